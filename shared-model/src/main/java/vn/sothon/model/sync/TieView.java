package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record's tie as phone, console and papers render it: codes travel, sentences live with the reader. */
public record TieView(
        @JsonProperty(value = "planTaskId", required = true) UUID planTaskId,
        @JsonProperty(value = "planId", required = true) UUID planId,
        @JsonProperty(value = "taskCode", required = true) String taskCode,
        @JsonProperty(value = "taskTitle", required = true) String taskTitle,
        @JsonProperty(value = "by", required = true) By by,
        @JsonProperty(value = "reason", required = true) Reason reason,
        @JsonProperty("others") List<UUID> others) {

    /** Who decided. */
    public enum By {
        CHOSEN,
        RULE,
        PERSON
    }

    /** A stable code, the task's own words, and what the sentence names beside them. */
    public record Reason(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty("phrase") @Nullable String phrase,
            @JsonProperty("args") Map<String, String> args) {
        public Reason {
            // Sorted, so that the same reason is written with the same bytes wherever and whenever.
            args = args == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(args));
        }
    }

    public TieView {
        others = others == null ? List.of() : List.copyOf(others);
    }
}
