package vn.sothon.server.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole call refused, as RFC 9457 {@code application/problem+json}.
 *
 * @param code stable, for programs; {@code title} is for people who read logs
 * @param field the field it concerns
 */
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("code") String code,
        @JsonProperty("field") @Nullable String field,
        @JsonProperty("serverId") @Nullable UUID serverId,
        @JsonProperty("epoch") @Nullable Long epoch,
        @JsonProperty("deviceId") @Nullable UUID deviceId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
