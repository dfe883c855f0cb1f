package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a field of a task was read and how sure the reading is.
 *
 * @param original the field's text as printed, line breaks as spaces
 */
public record FieldReading(
        @JsonProperty("field") String field,
        @JsonProperty("original") String original,
        @JsonProperty("source") SourceLines source,
        @JsonProperty("sureness") Sureness sureness) {

    /** A label said so; the layout said so; only the words suggest it. */
    public enum Sureness {
        STATED,
        RECOGNISED,
        GUESSED
    }
}
