package vn.sothon.server.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.db.Sql;

/** What others may ask of plans as a whole; of single tasks in force, {@link PlanTaskLookup} answers faster. */
@Singleton
public class PlanLookup {
    private static final String VIEW =
            """
            SELECT p.id, p.line_id, p.version_no, p.status, p.title, p.issuer_name, p.level, p.area_code, p.number,
                   p.dated, p.effective_from, p.effective_to, p.task_count, p.doubt_count, p.source_name,
                   (SELECT COUNT(*) FROM plan_correction c WHERE c.plan_id = p.id) AS corrections
            FROM plan p
            """;

    private final PlanStore store;

    PlanLookup(PlanStore store) {
        this.store = store;
    }

    /** All versions of all plans, in the order of their import. */
    public List<PlanView> list(Connection connection) throws SQLException {
        return Sql.list(connection, VIEW + " ORDER BY p.imported_at, p.id", PlanLookup::view);
    }

    /**
     * A plan by the id of a version, or by the id ties and phones hold, which stands for its newest version not taken
     * back.
     */
    public Optional<PlanView> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(
                connection,
                VIEW + " WHERE p.id = ? OR p.line_id = ? ORDER BY p.taken_back, p.version_no DESC LIMIT 1",
                PlanLookup::view,
                id,
                id);
    }

    /** Versions of those areas' plans that govern, governed or will govern some day. */
    public List<PlanView> inForce(Connection connection, Collection<String> areas) throws SQLException {
        return Sql.in(
                connection,
                VIEW + " WHERE p.line_id IS NOT NULL AND p.taken_back = 0 AND p.area_code IN (%s)"
                        + " ORDER BY p.line_id, p.version_no",
                PlanLookup::view,
                areas);
    }

    /** The plan as reviewed, with reporting duties, targets and the source of each reading. */
    public Optional<ImportedPlan> document(Connection connection, UUID versionId) throws SQLException {
        return store.find(connection, versionId).map(StoredPlan::document);
    }

    /** Its tasks with their ids; empty for a version that was never published. */
    public List<PlanTask> tasks(Connection connection, UUID versionId) throws SQLException {
        return store.tasks(connection, versionId);
    }

    public List<Correction> corrections(Connection connection, UUID versionId) throws SQLException {
        return store.corrections(connection, versionId);
    }

    /** How a version differs from the one before it; empty for a first version. */
    public List<TaskChange> changes(Connection connection, UUID versionId) throws SQLException {
        return store.changes(connection, versionId);
    }

    /** What the newest log entry of that version must pin. */
    public Optional<String> hash(Connection connection, UUID versionId) throws SQLException {
        Optional<StoredPlan> plan = store.find(connection, versionId);
        return plan.isEmpty() ? Optional.empty() : Optional.of(plan.get().hash(store.document(connection, versionId)));
    }

    private static PlanView view(ResultSet row) throws SQLException {
        String line = row.getString("line_id");
        String level = row.getString("level");
        String issuer = row.getString("issuer_name");
        return new PlanView(
                UUID.fromString(row.getString("id")),
                line == null ? null : UUID.fromString(line),
                line == null ? null : (Integer) row.getInt("version_no"),
                PlanStatus.valueOf(row.getString("status")),
                row.getString("title"),
                issuer.isEmpty() ? null : issuer,
                level.isEmpty() ? null : PlanLevel.valueOf(level),
                row.getString("area_code"),
                row.getString("number"),
                day(row.getString("dated")),
                day(row.getString("effective_from")),
                day(row.getString("effective_to")),
                row.getInt("task_count"),
                row.getInt("doubt_count"),
                row.getInt("corrections"),
                row.getString("source_name"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
