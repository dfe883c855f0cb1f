package vn.sothon.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/**
 * One kind of record a task accepts, with the words of the task that make it so.
 *
 * @param record what is accepted, by its subject
 * @param phrase the task's own words, quoted
 * @param authors whose check the words speak of; empty where they name nobody
 * @param visits which visits the words name; empty where they name none
 * @param degree how closely the words speak of the subject
 * @param specificity tells words of one degree apart, 0–99
 * @param exclusive the quoted words themselves name the authors, so that the check they speak of is nobody else's
 * @param findings codes of findings that bring a record closer to these words
 */
public record Acceptance(
        @JsonProperty("record") RecordSubject record,
        @JsonProperty("phrase") String phrase,
        @JsonProperty("authors") Set<ActingRole> authors,
        @JsonProperty("visits") Set<VisitKind> visits,
        @JsonProperty("degree") Degree degree,
        @JsonProperty("specificity") int specificity,
        @JsonProperty("exclusive") boolean exclusive,
        @JsonProperty("findings") Set<String> findings) {

    /** How closely words speak of a subject, the weakest first. */
    public enum Degree {
        GENERAL(1),
        NEAR(2),
        NAMED(3);

        private final int closeness;

        Degree(int closeness) {
            this.closeness = closeness;
        }

        public int closeness() {
            return closeness;
        }
    }

    public Acceptance {
        authors = orEmpty(authors);
        visits = orEmpty(visits);
        findings = orEmpty(findings);
        degree = degree == null ? Degree.NAMED : degree;
    }

    /** What a person states when overruling the classifier: this task accepts such records, by these words. */
    public static Acceptance named(RecordSubject record, String phrase) {
        return new Acceptance(record, phrase, Set.of(), Set.of(), Degree.NAMED, 99, false, Set.of());
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> set) {
        return set == null ? Set.of() : Set.copyOf(set);
    }
}
