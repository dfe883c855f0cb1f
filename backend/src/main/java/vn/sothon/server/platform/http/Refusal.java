package vn.sothon.server.platform.http;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem: a status, a stable code, and the field it concerns. */
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable Integer retryAfterSeconds;
    private final @Nullable UUID deviceId;

    public Refusal(HttpStatus status, String code) {
        this(status, code, null, null, null);
    }

    public Refusal(HttpStatus status, String code, @Nullable String field) {
        this(status, code, field, null, null);
    }

    public Refusal(
            HttpStatus status,
            String code,
            @Nullable String field,
            @Nullable Integer retryAfterSeconds,
            @Nullable UUID deviceId) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.retryAfterSeconds = retryAfterSeconds;
        this.deviceId = deviceId;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public @Nullable UUID deviceId() {
        return deviceId;
    }
}
