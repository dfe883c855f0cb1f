package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code GET /api/v1/meta}: which server this is and what it speaks. */
public record Meta(
        @JsonProperty(value = "serverId", required = true) UUID serverId,
        @JsonProperty(value = "epoch", required = true) long epoch,
        @JsonProperty("api") List<String> api,
        @JsonProperty("forms") List<FormView> forms,
        @JsonProperty("minApp") String minApp,
        @JsonProperty(value = "time", required = true) Instant time) {}
