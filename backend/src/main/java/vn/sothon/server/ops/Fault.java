package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing a verification found wrong.
 *
 * @param code stable, e.g. {@code HEAD_CHANGED}
 * @param where the partition, record or file it concerns
 */
public record Fault(@JsonProperty("code") String code, @JsonProperty("where") String where) {}
