package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A form the server accepts: forms are screens of the app, there is no form engine. */
public record FormView(
        @JsonProperty(value = "kind", required = true) String kind,
        @JsonProperty(value = "version", required = true) int version,
        @JsonProperty(value = "minApp", required = true) String minApp,
        @JsonProperty("acceptedUntil") @Nullable LocalDate acceptedUntil) {}
