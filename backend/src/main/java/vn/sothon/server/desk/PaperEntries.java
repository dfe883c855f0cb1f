package vn.sothon.server.desk;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** Which papers were typed in; what they became is asked of the records. */
@Singleton
public class PaperEntries {
    private static final int MOST_LISTED = 100;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final ServerClock clock;

    PaperEntries(TransactionOperations<Connection> transactions, Writer writer, ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * A paper that was typed in.
     *
     * @param kind CHECK_SHEET or MONITORING_MINUTES
     * @param records how many records it became
     */
    public record Entry(
            UUID recordId,
            String kind,
            @Nullable String groupCode,
            LocalDate madeOn,
            String author,
            UUID typedBy,
            Instant typedAt,
            int records) {}

    boolean holds(UUID recordId) {
        return transactions.executeRead(status -> Sql.one(
                        status.getConnection(),
                        "SELECT 1 FROM paper_entry WHERE record_id = ?",
                        row -> row.getInt(1),
                        recordId)
                .isPresent());
    }

    void add(Typist typist, Paper paper, String communeCode, String scan, int records) {
        boolean sheet = paper instanceof Paper.Sheet;
        writer.write(tx -> Sql.update(
                tx.connection(),
                """
                INSERT INTO paper_entry (record_id, commune_code, group_code, kind, made_on, author, typed_by, typed_at,
                    records, scan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record_id) DO NOTHING
                """,
                paper.id(),
                communeCode,
                paper instanceof Paper.Sheet one ? one.groupCode() : ((Paper.Minutes) paper).groupCode(),
                sheet ? "CHECK_SHEET" : "MONITORING_MINUTES",
                paper.origin().madeOn(),
                paper.origin().author(),
                typist.personId(),
                clock.millis(),
                records,
                scan));
    }

    /** Papers typed in by anybody of the communes seen whole, else by oneself; newest first. */
    public List<Entry> of(Scope scope) {
        String communes = scope.communes().isEmpty()
                ? ""
                : " OR commune_code IN (?" + ", ?".repeat(scope.communes().size() - 1) + ")";
        Object[] values = new Object[scope.communes().size() + 2];
        int at = 0;
        values[at++] = scope.personId();
        for (String commune : scope.communes()) {
            values[at++] = commune;
        }
        values[at] = MOST_LISTED;
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT * FROM paper_entry WHERE typed_by = ?" + communes
                        + " ORDER BY typed_at DESC, record_id LIMIT ?",
                row -> new Entry(
                        UUID.fromString(row.getString("record_id")),
                        row.getString("kind"),
                        row.getString("group_code"),
                        LocalDate.parse(row.getString("made_on")),
                        row.getString("author"),
                        UUID.fromString(row.getString("typed_by")),
                        Instant.ofEpochMilli(row.getLong("typed_at")),
                        row.getInt("records")),
                values));
    }
}
