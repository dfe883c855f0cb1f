package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan as read from a document, for a person to review.
 *
 * @param number absent where the document leaves it blank, as {@code date} and {@code signer} are
 * @param tasks in the order of the document
 * @param doubts about the plan as a whole; a task carries its own
 */
public record ImportedPlan(
        @JsonProperty("sourceName") String sourceName,
        @JsonProperty("title") String title,
        @JsonProperty("issuer") PlanIssuer issuer,
        @JsonProperty("number") @Nullable String number,
        @JsonProperty("date") @Nullable LocalDate date,
        @JsonProperty("basis") List<CitedDocument> basis,
        @JsonProperty("replaces") List<CitedDocument> replaces,
        @JsonProperty("signer") @Nullable String signer,
        @JsonProperty("sections") List<ImportedSection> sections,
        @JsonProperty("tasks") List<ImportedTask> tasks,
        @JsonProperty("reporting") List<ReportingDuty> reporting,
        @JsonProperty("targets") List<PlanTarget> targets,
        @JsonProperty("doubts") List<Doubt> doubts) {

    public ImportedPlan {
        basis = List.copyOf(basis);
        replaces = List.copyOf(replaces);
        sections = List.copyOf(sections);
        tasks = List.copyOf(tasks);
        reporting = List.copyOf(reporting);
        targets = List.copyOf(targets);
        doubts = List.copyOf(doubts);
    }

    public Optional<ImportedTask> task(String key) {
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    /** The document {@code plan import --json} prints. */
    public String toJson() {
        return ImportedPlanJson.write(this);
    }
}
