package vn.sothon.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import vn.sothon.model.org.ActingRole;

/**
 * One kind of record a task accepts, with the words of the task that make it so.
 *
 * @param record what is accepted, by its subject
 * @param phrase the task's own words, quoted
 * @param authors who is named by the words; empty where the words name nobody
 * @param visits which visits the words name; empty where they name none
 */
public record Acceptance(
        @JsonProperty("record") RecordSubject record,
        @JsonProperty("phrase") String phrase,
        @JsonProperty("authors") Set<ActingRole> authors,
        @JsonProperty("visits") Set<VisitKind> visits) {

    public Acceptance {
        authors = authors == null ? Set.of() : Set.copyOf(authors);
        visits = visits == null ? Set.of() : Set.copyOf(visits);
    }
}
