package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.StoredRecord.Status;

/** Several corrections of one record: until a person says which of them counts, the first one does. */
@Singleton
public final class Forks {
    private static final String FORK = "FORK";

    private final RecordStore store;
    private final Sheets sheets;

    Forks(RecordStore store, Sheets sheets) {
        this.store = store;
        this.sheets = sheets;
    }

    /**
     * A person chooses the record of that id, which may be the one that counts already; its line has no fork afterwards.
     *
     * @return what stands otherwise now, those that count no more first; empty where there is nothing to choose
     */
    public List<StoredRecord> choose(Tx tx, UUID id, String reason, Instant at) throws SQLException {
        Connection connection = tx.connection();
        Optional<StoredRecord> chosen = store.find(connection, id);
        if (chosen.isEmpty() || chosen.get().status() != Status.ACCEPTED) {
            return List.of();
        }
        UUID original = chosen.get().originalId();
        List<StoredRecord> line = store.accepted(connection, original);
        List<UUID> forks = new ArrayList<>();
        StoredRecord before = null;
        for (StoredRecord record : line) {
            if (store.notes(connection, record.id()).contains(FORK)) {
                forks.add(record.id());
            }
            before = record.head() ? record : before;
        }
        if (before == null || forks.isEmpty() || !(before.id().equals(id) || forks.contains(id))) {
            return List.of();
        }
        List<UUID> changed = new ArrayList<>();
        for (UUID fork : forks) {
            store.forget(connection, fork, FORK);
            store.touch(connection, fork);
            changed.add(fork);
        }
        if (!before.id().equals(id)) {
            store.settle(connection, before.id(), Status.ACCEPTED, null, original, false);
            store.settle(connection, id, Status.ACCEPTED, null, original, true);
            changed.remove(id);
            changed.add(0, before.id());
            sheets.again(connection, original, at).forEach(sheet -> changed.add(sheet.id()));
            changed.add(id);
        }
        remember(connection, original, id, before.id(), reason, at);
        List<StoredRecord> now = new ArrayList<>();
        for (UUID one : changed) {
            now.add(store.find(connection, one).orElseThrow());
        }
        return now;
    }

    private static void remember(
            Connection connection, UUID original, UUID chosen, UUID before, String reason, Instant at)
            throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO fork_choice (original_id, chosen_at, chosen_id, before_id, reason) VALUES (?, ?, ?, ?, ?)
                """,
                original,
                at.toEpochMilli(),
                chosen,
                before,
                reason);
    }
}
