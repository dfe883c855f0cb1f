package vn.sothon.server.ops;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.ServerName;
import vn.sothon.server.platform.jobs.DailyRound;
import vn.sothon.server.platform.secret.ServerKeys;

/** Signs where each log stands, every night and when asked. */
@Singleton
class LogCheckpoints implements DailyRound {
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 20);

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final ServerKeys keys;
    private final ServerName name;
    private final ServerClock clock;

    LogCheckpoints(
            TransactionOperations<Connection> transactions,
            Writer writer,
            ServerKeys keys,
            ServerName name,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.keys = keys;
        this.name = name;
        this.clock = clock;
    }

    private record Log(String partition, long n, String head) {}

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public LocalTime at() {
        return AFTER_MIDNIGHT;
    }

    @Override
    public void run() {
        int unused = make();
    }

    /**
     * Signs each log that has moved since it was last signed.
     *
     * @return how many
     */
    int make() {
        List<Log> moved = transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                """
                SELECT p.code, p.log_n, p.log_head FROM feed_partition p WHERE p.log_n > 0 AND NOT EXISTS
                    (SELECT 1 FROM log_checkpoint c WHERE c.partition_code = p.code AND c.n = p.log_n)
                ORDER BY p.code
                """,
                row -> new Log(row.getString(1), row.getLong(2), row.getString(3))));
        int made = 0;
        for (Log log : moved) {
            Checkpoint signed = sign(log);
            // Two nodes may sign the same head; one signature is as good as the other.
            made += writer.write(tx -> Sql.update(
                    tx.connection(),
                    """
                    INSERT INTO log_checkpoint (partition_code, n, document, key_id, signature) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (partition_code, n) DO NOTHING
                    """,
                    log.partition,
                    log.n,
                    signed.document(),
                    signed.keyId(),
                    signed.signature()));
        }
        return made;
    }

    private Checkpoint sign(Log log) {
        String document = Json.write(new Checkpoint.Stand(
                name.serverId(), log.partition, log.n, log.head, clock.now().truncatedTo(ChronoUnit.MILLIS)));
        return new Checkpoint(document, keys.signerId(), keys.sign(Checkpoint.signed(document)));
    }

    /** The newest of each log, to be handed to somebody outside. */
    Checkpoint.Bundle newest() {
        return new Checkpoint.Bundle(
                name.serverId(),
                keys.publicKeys(),
                transactions.executeRead(status -> Sql.list(
                        status.getConnection(),
                        """
                        SELECT document, key_id, signature FROM log_checkpoint c WHERE n =
                            (SELECT MAX(o.n) FROM log_checkpoint o WHERE o.partition_code = c.partition_code)
                        ORDER BY partition_code
                        """,
                        row -> new Checkpoint(row.getString(1), row.getString(2), row.getString(3)))));
    }
}
