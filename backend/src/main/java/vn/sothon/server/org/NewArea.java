package vn.sothon.server.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An area to be known from now on.
 *
 * @param parentCode the province of a commune, the commune of a village
 * @param from its first day; absent: today
 */
public record NewArea(
        @JsonProperty(value = "code", required = true) String code,
        @JsonProperty(value = "kind", required = true) AreaKind kind,
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty("parentCode") @Nullable String parentCode,
        @JsonProperty("from") @Nullable LocalDate from) {}
