package vn.sothon.server.platform.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** What people at desks decide: each decision is a document, and the log of its commune pins it. */
@Singleton
public class Decisions {
    private final ServerClock clock;

    Decisions(ServerClock clock) {
        this.clock = clock;
    }

    /** A decision as it was written down. */
    public record Decided(
            UUID id, String partition, String kind, String about, UUID personId, String document, Instant madeAt) {}

    /**
     * Writes a decision down, in the transaction that carries it out.
     *
     * @param kind what sort, e.g. {@code ADMIT}
     * @param about the id of what it is about
     * @param document what was decided and why, as a value of its own
     */
    public UUID record(Tx tx, String partition, String kind, String about, UUID personId, Object document)
            throws SQLException {
        UUID id = UUID.randomUUID();
        Instant now = clock.now();
        String text = Json.write(document);
        String hash = Seals.sha256(text);
        Sql.update(
                tx.connection(),
                """
                INSERT INTO decision (id, partition_code, kind, about, person_id, document, hash, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                partition,
                kind,
                about,
                personId,
                text,
                hash,
                now.toEpochMilli());
        tx.log(new LogEntry(partition, LogEntry.Type.DECISION, id.toString(), hash, now, null, kind));
        return id;
    }

    /** Decisions of a kind in a partition, newest first. */
    public List<Decided> of(Connection connection, String partition, String kind, int most) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT id, partition_code, kind, about, person_id, document, made_at FROM decision
                WHERE partition_code = ? AND kind = ? ORDER BY made_at DESC, id LIMIT ?
                """,
                row -> new Decided(
                        UUID.fromString(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        UUID.fromString(row.getString(5)),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7))),
                partition,
                kind,
                most);
    }
}
