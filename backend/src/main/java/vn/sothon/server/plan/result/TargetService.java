package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid5;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanTarget;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.LogEntry;

/** The targets of a plan with the figures people entered beside the goal. */
@Singleton
public class TargetService {
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?");

    private final ResultStore store;
    private final PlanLookup plans;
    private final TaskRights rights;
    private final ServerClock clock;

    TargetService(ResultStore store, PlanLookup plans, TaskRights rights, ServerClock clock) {
        this.store = store;
        this.plans = plans;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * A target with what it came to so far.
     *
     * @param id the same over all versions of a plan that word it alike
     * @param figures of all periods, corrected ones too, oldest first
     */
    public record Followed(
            @JsonProperty("id") UUID id,
            @JsonProperty("goal") PlanTarget goal,
            @JsonProperty("figures") List<TargetFigure> figures) {}

    /** What a person enters; {@code nothing} takes back the figure it corrects. */
    public record Entry(
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty(value = "period", required = true) String period,
            @JsonProperty(value = "figure", required = true) BigDecimal figure,
            @JsonProperty("documentNumber") @Nullable String documentNumber,
            @JsonProperty("corrects") @Nullable UUID corrects,
            @JsonProperty("nothing") @Nullable Boolean nothing) {

        boolean takesBack() {
            return Boolean.TRUE.equals(nothing);
        }
    }

    /** The targets of a version that is or was in force, in the order of the document. */
    public List<Followed> of(Connection connection, PlanView plan) throws SQLException {
        UUID line = line(plan);
        List<TargetFigure> figures = store.figuresOfLine(connection, line);
        List<Followed> followed = new ArrayList<>();
        ImportedPlan document = plans.document(connection, plan.id()).orElseThrow();
        for (PlanTarget target : document.targets()) {
            UUID id = id(line, target);
            followed.add(new Followed(
                    id,
                    target,
                    figures.stream()
                            .filter(figure -> figure.targetId().equals(id))
                            .toList()));
        }
        return followed;
    }

    /** Enters a figure; the same id again is the same figure. */
    public TargetFigure enter(Tx tx, PlanView plan, UUID targetId, Entry entry, UUID person) throws SQLException {
        Connection connection = tx.connection();
        PlanTarget target = of(connection, plan).stream()
                .filter(each -> each.id().equals(targetId))
                .map(Followed::goal)
                .findFirst()
                .orElseThrow(() -> new AdminRefused("UNKNOWN_TARGET", "The plan has no target " + targetId + "."));
        UUID id = entry.id() == null ? UUID.randomUUID() : entry.id();
        TargetFigure same = store.figure(connection, id).orElse(null);
        if (same != null) {
            if (!same.targetId().equals(targetId) || !same.personId().equals(person)) {
                throw new AdminRefused("ID_TAKEN", "Another figure has that id.");
            }
            return same;
        }
        if (!PERIOD.matcher(entry.period()).matches()) {
            throw new AdminRefused("PERIOD", "A period is a year, a quarter or a month: 2026, 2026-Q3, 2026-09.");
        }
        if (!mayEnter(connection, plan, target, person)) {
            throw new AdminRefused(
                    "NOT_YOUR_TASK", "Only the unit that leads the target's task, or somebody given the right.");
        }
        UUID original = id;
        if (entry.corrects() != null) {
            TargetFigure corrected = store.figure(connection, entry.corrects())
                    .filter(figure -> figure.targetId().equals(targetId))
                    .orElseThrow(() -> new AdminRefused("UNKNOWN_FIGURE", "The target has no such figure."));
            if (!corrected.head()) {
                throw new AdminRefused(
                        "CORRECTED_ALREADY", "That figure was corrected already: correct the newer one.");
            }
            original = corrected.originalId();
        }
        TargetFigure figure = new TargetFigure(
                id,
                line(plan),
                targetId,
                Objects.requireNonNull(plan.areaCode()),
                entry.period(),
                entry.figure(),
                entry.documentNumber(),
                person,
                entry.corrects(),
                original,
                true,
                !entry.takesBack(),
                clock.now());
        store.insert(connection, figure);
        tx.log(new LogEntry(
                figure.areaCode(),
                LogEntry.Type.RESULT,
                id.toString(),
                figure.hash(),
                clock.now(),
                null,
                entry.corrects() == null ? "ENTERED" : entry.takesBack() ? "TAKEN_BACK" : "CORRECTED"));
        return figure;
    }

    /** Whether a person may enter figures of that target today. */
    public boolean mayEnter(Connection connection, PlanView plan, PlanTarget target, UUID person) throws SQLException {
        for (PlanTask task : plans.tasks(connection, plan.id())) {
            if (task.key().equals(target.task())
                    && rights.placeOf(connection, person, task, clock.today()).isPresent()) {
                return true;
            }
        }
        return rights.forPlan(connection, person, line(plan), clock.today());
    }

    private static UUID line(PlanView plan) {
        if (plan.line() == null) {
            throw new AdminRefused("DRAFT", "The plan was never in force.");
        }
        return plan.line();
    }

    private static UUID id(UUID line, PlanTarget target) {
        return Uuid5.of(line, "target\n" + target.task() + "\n" + FoldedText.words(target.text()));
    }
}
