package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A line of a plan's document as it was read; {@code number} is what {@link SourceLines} count. */
public record SourceLine(@JsonProperty("n") int number, @JsonProperty("t") String text) {}
