package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Lines of the original file, first and last, from 1. */
public record SourceLines(@JsonProperty("from") int from, @JsonProperty("to") int to) {}
