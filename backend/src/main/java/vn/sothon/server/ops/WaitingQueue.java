package vn.sothon.server.ops;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.record.Forks;
import vn.sothon.server.record.RecordIntake;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.sync.push.Consequences;

/** What waits for a person: held items, records without a task, without a loan, or beside another correction. */
@Singleton
public class WaitingQueue {
    private static final String ALL =
            """
            SELECT w.id, w.kind, w.commune_code, w.village_code, w.received_at, w.why FROM (
                SELECT id, kind, commune_code, village_code, received_at, 'HELD_' || waits_for AS why
                FROM record WHERE status = 'HELD'
                UNION ALL
                SELECT r.id, r.kind, r.commune_code, r.village_code, r.received_at, 'UNTIED' AS why
                FROM tie t JOIN record r ON r.id = t.record_id WHERE t.plan_task_id IS NULL
                UNION ALL
                SELECT r.id, r.kind, r.commune_code, r.village_code, r.received_at, n.code AS why
                FROM record_note n JOIN record r ON r.id = n.record_id
                WHERE n.code IN ('LOAN_UNMATCHED', 'FORK') AND r.status = 'ACCEPTED'
                UNION ALL
                SELECT r.id, r.kind, r.commune_code, r.village_code, r.received_at, n.code AS why
                FROM record_note n JOIN record r ON r.id = n.record_id
                WHERE n.code IN ('MORE_THAN_DISBURSED', 'SHEET_OUTDATED', 'SHEET_DIFFERS', 'ATTACHMENT_DIFFERS')
                    AND r.status = 'ACCEPTED' AND r.is_head = 1
                    AND NOT EXISTS (SELECT 1 FROM decision d
                        WHERE d.about = r.id AND d.kind = 'SEEN_' || n.code AND d.made_at >= n.noted_at)
            ) w ORDER BY w.received_at, w.id, w.why
            """;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final RecordIntake intake;
    private final Forks forks;
    private final Consequences consequences;
    private final ServerClock clock;

    WaitingQueue(
            TransactionOperations<Connection> transactions,
            Writer writer,
            RecordIntake intake,
            Forks forks,
            Consequences consequences,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.intake = intake;
        this.forks = forks;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** Everything that waits, oldest first. */
    public List<WaitingItem> list() {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                ALL,
                row -> new WaitingItem(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getString(6))));
    }

    /**
     * A person takes the responsibility for a held record: it counts from now on, with everything that follows.
     *
     * @return how many records stand otherwise than before
     */
    public int admit(UUID recordId) {
        return writer.write(tx -> admit(tx, recordId));
    }

    int admit(Tx tx, UUID recordId) throws SQLException {
        List<StoredRecord> changed = intake.admit(tx, recordId, clock.now());
        if (changed.isEmpty()) {
            throw new AdminRefused("NOT_HELD", "No record of that id is held.");
        }
        for (StoredRecord record : changed) {
            consequences.draw(tx, record, clock.now());
        }
        return changed.size();
    }

    /**
     * A person says which of several corrections of one record counts.
     *
     * @return how many records stand otherwise than before
     */
    public int choose(UUID recordId, String reason) {
        return writer.write(tx -> choose(tx, recordId, reason));
    }

    int choose(Tx tx, UUID recordId, String reason) throws SQLException {
        List<StoredRecord> changed = forks.choose(tx, recordId, reason, clock.now());
        if (changed.isEmpty()) {
            throw new AdminRefused("NO_FORK", "No record of that id stands beside another correction.");
        }
        for (StoredRecord record : changed) {
            consequences.draw(tx, record, clock.now());
        }
        return changed.size();
    }
}
