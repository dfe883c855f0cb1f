package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterReader;
import vn.sothon.server.loan.importer.UnreadableRoster;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.files.BlobStore;

/**
 * Rosters as a person at a desk deals with them: look first, then apply, and take back. Only communes the person sees
 * whole are touched.
 */
@Singleton
public class RosterDesk {
    private static final int MOST_LISTED = 50;

    private final RosterDrafts drafts;
    private final RosterService rosters;
    private final RosterSteps steps;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    RosterDesk(
            RosterDrafts drafts,
            RosterService rosters,
            RosterSteps steps,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.drafts = drafts;
        this.rosters = rosters;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What an upload turned out to be. */
    public sealed interface Looked {
        /**
         * A roster, and what it would do.
         *
         * @param needsPeriod nothing in the file tells of which day it is
         * @param outside communes it would change that are not the person's: it cannot be applied
         */
        record Legible(UUID draft, String fileName, RosterPreview preview, boolean needsPeriod, Set<String> outside)
                implements Looked {
            public boolean canBeApplied() {
                return outside.isEmpty() && !preview.changesNothing();
            }
        }

        /** No roster. */
        record Illegible(UnreadableRoster.Code code) implements Looked {}

        /** Not here (any more): too old, or somebody else's. */
        record Gone() implements Looked {}
    }

    /**
     * An import as a commune's list shows it.
     *
     * @param undoable it is the commune's last and was not undone
     */
    public record Imported(
            UUID id,
            String fileName,
            RosterOutcome outcome,
            Instant importedAt,
            String importedBy,
            @Nullable Instant undoneAt,
            boolean undoable) {}

    /** Keeps an upload for a while and says what it would do; nothing of it is stored among the loans. */
    public Looked upload(Scope scope, InputStream in, String fileName, @Nullable String communeCode)
            throws IOException {
        if (communeCode != null) {
            require(scope, communeCode);
        }
        Optional<RosterDrafts.Draft> draft = drafts.keep(in, fileName, scope.personId(), communeCode);
        if (draft.isEmpty()) {
            return new Looked.Illegible(UnreadableRoster.Code.TOO_LARGE);
        }
        Looked looked = look(scope, draft.get(), null);
        if (looked instanceof Looked.Illegible) {
            drafts.forget(draft.get());
        }
        return looked;
    }

    /** Looks again at what was uploaded, with a day a person says. */
    public Looked look(Scope scope, UUID draft, @Nullable LocalDate period) {
        return drafts.find(draft, scope.personId())
                .map(found -> look(scope, found, period))
                .orElseGet(Looked.Gone::new);
    }

    /**
     * Applies an upload.
     *
     * @throws AdminRefused if it is gone, tells no day, or reaches beyond the scope
     */
    public RosterOutcome apply(Scope scope, UUID draft, @Nullable LocalDate period, String by) throws IOException {
        RosterDrafts.Draft found = drafts.find(draft, scope.personId())
                .orElseThrow(() -> new AdminRefused("DRAFT_GONE", "The upload is not here any more."));
        Roster roster = read(found, period);
        if (roster.needsPeriod()) {
            throw new AdminRefused("PERIOD_NEEDED", "Nothing in the file tells of which day it is.");
        }
        RosterOutcome outcome = rosters.apply(
                roster,
                new RosterSource(
                        found.fileName(), BlobStore.sha256(found.file()), found.communeCode(), by, scope.communes()),
                clock.now());
        drafts.forget(found);
        return outcome;
    }

    /** Takes back the commune's last import, unless something relies on it. */
    public RosterUndo undo(Scope scope, String communeCode, String by) {
        require(scope, communeCode);
        return rosters.undo(communeCode, by, clock.now());
    }

    /** What was imported for a commune, newest first. */
    public List<Imported> imports(Scope scope, String communeCode) {
        require(scope, communeCode);
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            UUID last = steps.last(connection, communeCode)
                    .filter(one -> !one.undone())
                    .map(RosterSteps.OfCommune::importId)
                    .orElse(null);
            return Sql.list(
                    connection,
                    """
                    SELECT i.id, i.file_name, i.outcome, i.imported_at, i.imported_by, c.undone_at
                    FROM roster_import_commune c JOIN roster_import i ON i.id = c.import_id
                    WHERE c.commune_code = ? ORDER BY i.imported_at DESC, i.id DESC LIMIT ?
                    """,
                    row -> {
                        UUID id = UUID.fromString(row.getString(1));
                        long undoneAt = row.getLong(6);
                        boolean undone = !row.wasNull();
                        return new Imported(
                                id,
                                row.getString(2),
                                outcome(row.getString(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                String.valueOf(row.getString(5)),
                                undone ? Instant.ofEpochMilli(undoneAt) : null,
                                id.equals(last));
                    },
                    communeCode,
                    MOST_LISTED);
        });
    }

    private Looked look(Scope scope, RosterDrafts.Draft draft, @Nullable LocalDate period) {
        try {
            Roster roster = read(draft, period);
            RosterPreview preview = rosters.preview(roster, draft.communeCode(), clock.today());
            Set<String> outside = new TreeSet<>(preview.communes());
            outside.removeAll(scope.communes());
            return new Looked.Legible(draft.id(), draft.fileName(), preview, roster.needsPeriod(), outside);
        } catch (UnreadableRoster e) {
            return new Looked.Illegible(e.code());
        } catch (IOException e) {
            return new Looked.Illegible(UnreadableRoster.Code.BROKEN);
        }
    }

    private static Roster read(RosterDrafts.Draft draft, @Nullable LocalDate period) throws IOException {
        Roster roster = new RosterReader().read(draft.file(), draft.fileName());
        return period == null ? roster : roster.forPeriod(period);
    }

    private static void require(Scope scope, String communeCode) {
        if (!scope.communes().contains(communeCode)) {
            throw new AdminRefused("OUTSIDE_SCOPE", "Not your commune.");
        }
    }

    private static RosterOutcome outcome(String json) {
        try {
            return Json.tolerant(json, RosterOutcome.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored outcome is not understood", e);
        }
    }
}
