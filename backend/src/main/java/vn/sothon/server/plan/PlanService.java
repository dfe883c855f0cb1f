package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanLine.Standing;
import vn.sothon.server.plan.StoredPlan.Source;
import vn.sothon.server.plan.StoredPlan.Term;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;

/** A plan's way from a reading to a plan in force: draft, corrections by a person, publication, replacement, end. */
@Singleton
public class PlanService {
    private final PlanStore store;
    private final PlanLines lines;
    private final PlanPublisher publisher;
    private final AreaLookup areas;
    private final ServerClock clock;

    PlanService(PlanStore store, PlanLines lines, PlanPublisher publisher, AreaLookup areas, ServerClock clock) {
        this.store = store;
        this.lines = lines;
        this.publisher = publisher;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * What an import came to.
     *
     * @param planId of this version
     * @param known the same file was imported before; nothing was stored twice
     */
    public record Imported(
            @JsonProperty("planId") UUID planId,
            @JsonProperty("status") PlanStatus status,
            @JsonProperty("known") boolean known) {}

    /**
     * A plan now in force.
     *
     * @param planId of this version
     * @param line the plan's id over all versions, as phones and ties hold it
     * @param changes against the version it replaces; empty for a first version
     * @param alsoCited plans it says it replaces that belong to another line and are still in force
     */
    public record Published(
            @JsonProperty("planId") UUID planId,
            @JsonProperty("line") UUID line,
            @JsonProperty("version") int version,
            @JsonProperty("areaCode") String areaCode,
            @JsonProperty("from") LocalDate from,
            @JsonProperty("tasks") int tasks,
            @JsonProperty("changes") List<TaskChange> changes,
            @JsonProperty("alsoCited") List<UUID> alsoCited) {}

    /** Stores a reading as a draft; the same file again is the same plan. */
    public Imported importDraft(
            Tx tx, ImportedPlan plan, String sourceName, String sourceSha256, @Nullable String areaCode, Instant now)
            throws SQLException {
        UUID id = PlanLine.versionId(sourceSha256);
        String area = areaCode == null ? null : area(areaCode).code();
        Optional<StoredPlan> known = store.find(tx.connection(), id);
        if (known.isPresent()) {
            StoredPlan present = known.get();
            if (present.status() == PlanStatus.WITHDRAWN && present.term() == null) {
                present = present.changed(PlanStatus.DRAFT, null);
                store.save(tx.connection(), present);
            }
            if (present.isDraft() && area != null && !area.equals(present.areaCode())) {
                store.save(tx.connection(), present.forArea(area));
            }
            return new Imported(id, present.status(), true);
        }
        store.insert(
                tx.connection(),
                new StoredPlan(id, 1, PlanStatus.DRAFT, area, null, new Source(sourceName, sourceSha256, now), plan));
        return new Imported(id, PlanStatus.DRAFT, false);
    }

    /**
     * Puts a plan in force for an area. A version before it ends the day before; its tasks that are found again keep
     * their ids, and so their ties.
     *
     * @param from absent: the document's date, else 1 January of this year
     * @param replaces a version or line it continues, where neither title nor citation say so
     */
    public Published publish(
            Tx tx, UUID planId, @Nullable LocalDate from, @Nullable String areaCode, @Nullable UUID replaces)
            throws SQLException {
        Connection connection = tx.connection();
        StoredPlan plan = store.require(connection, planId);
        String code = areaCode == null ? plan.areaCode() : areaCode;
        if (code == null) {
            throw new AdminRefused("AREA_MISSING", "Say which commune or province the plan governs.");
        }
        Area area = area(code);
        if (!plan.isDraft()) {
            return again(connection, plan, area, from);
        }
        Reading.complete(plan.document());
        fits(plan, area);
        LocalDate first = from != null ? from : firstDay(plan.document());
        List<StoredPlan> cited = lines.cited(connection, plan, area.code());
        UUID line = lines.of(connection, plan, area.code(), replaces, cited);
        List<StoredPlan> versions = store.ofLine(connection, line);
        int number = versions.isEmpty()
                ? 1
                : PlanPublisher.term(versions.get(versions.size() - 1)).number() + 1;
        List<TaskChange> changes = lines.changes(connection, line, versions, plan.document());
        Map<String, UUID> ids = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change.newKey() != null) {
                ids.put(change.newKey(), change.taskId());
            }
        });
        StoredPlan published = plan.forArea(area.code())
                .changed(PlanStatus.PUBLISHED, new Term(line, number, first, null, null, false, clock.now()));
        store.save(connection, published);
        publisher.write(tx, published, ids);
        boolean firstVersion =
                versions.stream().allMatch(version -> version.id().equals(planId));
        List<TaskChange> listed = firstVersion ? List.of() : changes;
        store.saveChanges(connection, planId, listed);
        publisher.settle(tx, line, planId, PlanStatus.PUBLISHED.name());
        return new Published(
                planId,
                line,
                number,
                area.code(),
                first,
                ids.size(),
                listed,
                cited.stream()
                        .filter(other -> !line.equals(PlanPublisher.term(other).line()))
                        .map(StoredPlan::id)
                        .toList());
    }

    /**
     * Withdraws a plan.
     *
     * @param lastDay its last day in force; absent: it is taken back as if it had never been published, and the version
     *     before it is in force again
     */
    public void withdraw(Tx tx, UUID planId, @Nullable LocalDate lastDay) throws SQLException {
        StoredPlan plan = store.require(tx.connection(), planId);
        Term term = plan.term();
        if (plan.status() == PlanStatus.WITHDRAWN) {
            throw new AdminRefused("WITHDRAWN", "The plan is withdrawn already.");
        }
        if (term == null) {
            store.save(tx.connection(), plan.changed(PlanStatus.WITHDRAWN, null));
            return;
        }
        if (lastDay != null && lastDay.isBefore(term.from())) {
            throw new AdminRefused("DAY_TOO_EARLY", "The plan is in force from " + term.from() + " on.");
        }
        Term ended = term.ended(lastDay);
        Standing alone = new PlanLine(List.of(ended.version())).standings().get(0);
        StoredPlan withdrawn = plan.changed(alone.status(), ended.until(alone.to()));
        store.save(tx.connection(), withdrawn);
        publisher.rewrite(tx, withdrawn);
        publisher.settle(tx, term.line(), planId, PlanStatus.WITHDRAWN.name());
    }

    private Published again(Connection connection, StoredPlan plan, Area area, @Nullable LocalDate from)
            throws SQLException {
        Term term = PlanPublisher.term(plan);
        if (plan.status() != PlanStatus.PUBLISHED
                || !area.code().equals(plan.areaCode())
                || (from != null && !from.equals(term.from()))) {
            throw new AdminRefused(
                    plan.status().name(),
                    "The plan is published for " + plan.areaCode() + " from " + term.from()
                            + ": withdraw it to publish it otherwise.");
        }
        return new Published(
                plan.id(),
                term.line(),
                term.number(),
                area.code(),
                term.from(),
                plan.document().tasks().size(),
                store.changes(connection, plan.id()),
                List.of());
    }

    private LocalDate firstDay(ImportedPlan document) {
        LocalDate dated = document.date();
        return dated != null ? dated : clock.today().withDayOfYear(1);
    }

    private Area area(String code) {
        Area area = areas.present(code)
                .orElseThrow(() -> new AdminRefused(
                        "UNKNOWN_AREA", "No area has the code " + code + ": register it first (sothon area add)."));
        if (area.kind() == AreaKind.VILLAGE) {
            throw new AdminRefused("WRONG_KIND", "A plan governs a commune or a province, not a village.");
        }
        return area;
    }

    private static void fits(StoredPlan plan, Area area) {
        String level = String.valueOf(plan.document().issuer().level());
        boolean government = !level.equals("PARTY_COMMITTEE");
        if (government && !level.equals(area.kind().name())) {
            throw new AdminRefused(
                    "WRONG_KIND",
                    "This is a plan of a " + level + ", and " + area.code() + " is a " + area.kind() + ".");
        }
    }
}
