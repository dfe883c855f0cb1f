package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A group of tasks.
 *
 * @param intro words between the title and the first task, if any
 */
public record ImportedSection(
        @JsonProperty("key") String key,
        @JsonProperty("title") String title,
        @JsonProperty("intro") @Nullable String intro) {}
