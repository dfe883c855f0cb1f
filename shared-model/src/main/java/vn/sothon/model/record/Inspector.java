package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One person of the checking body, as written in the head of 06/TD. */
public record Inspector(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty("position") @Nullable String position) {}
