package vn.sothon.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Ledger;
import vn.sothon.server.platform.secret.ServerKeys;

/** What somebody with the database in hand can do to the log, and how it comes out. */
class CheckpointIT {
    @TempDir
    Path folder;

    private static List<String> faults(RunningServer server, Checkpoint.Bundle outside) {
        return server.bean(Verification.class).run(outside).faults().stream()
                .map(Fault::code)
                .distinct()
                .toList();
    }

    private static List<String> faults(RunningServer server) {
        return server.bean(Verification.class).run().faults().stream()
                .map(Fault::code)
                .distinct()
                .toList();
    }

    private static void sql(RunningServer server, String statement, Object... values) {
        server.bean(Writer.class).write(tx -> Sql.update(tx.connection(), statement, values));
    }

    /** A log with an entry: a phone's key. */
    private static Checkpoint.Bundle signedLog(RunningServer server) throws Exception {
        Commune commune = new Commune(server);
        String key =
                new Phone(server).enrol(commune.code(commune.villageHead())).serverKey();
        assertThat(key).isEqualTo(server.bean(ServerKeys.class).publicKey());
        LogCheckpoints checkpoints = server.bean(LogCheckpoints.class);
        // The round of the day may be faster than this.
        checkpoints.make();
        assertThat(checkpoints.make()).isZero();
        Checkpoint.Bundle newest = checkpoints.newest();
        assertThat(newest.checkpoints()).isNotEmpty();
        assertThat(newest.keys()).containsValue(key);
        return newest;
    }

    @ParameterizedTest
    @EnumSource
    void aLog_thatOnlyGrew_passesThroughEveryCheckpoint(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Checkpoint.Bundle outside = signedLog(server);
            Commune commune = new Commune(server);
            new Phone(server).enrol(commune.code(commune.villageHead()));
            server.bean(LogCheckpoints.class).make();
            server.bean(ServerKeys.class).renew();

            assertThat(faults(server, outside)).isEmpty();
            assertThat(server.bean(Verification.class).run(outside).checkpoints())
                    .isGreaterThan(outside.checkpoints().size());
        }
    }

    /** The chain is made anew without a fault in itself: entries, heads and the counter agree. */
    private static void rewrite(RunningServer server) {
        server.bean(Writer.class).write(tx -> {
            List<String[]> entries = Sql.list(
                    tx.connection(),
                    "SELECT n, entry FROM log_entry WHERE partition_code = ? ORDER BY n",
                    row -> new String[] {row.getString(1), row.getString(2)},
                    Commune.CODE);
            String head = Ledger.EMPTY_HEAD;
            for (String[] entry : entries) {
                String changed = entry[1].replaceFirst("\"receivedAt\":\"20\\d\\d", "\"receivedAt\":\"2019");
                assertThat(changed).isNotEqualTo(entry[1]);
                head = Ledger.next(head, changed);
                Sql.update(
                        tx.connection(),
                        "UPDATE log_entry SET entry = ?, head = ? WHERE partition_code = ? AND n = CAST(? AS BIGINT)",
                        changed,
                        head,
                        Commune.CODE,
                        entry[0]);
            }
            return Sql.update(
                    tx.connection(), "UPDATE feed_partition SET log_head = ? WHERE code = ?", head, Commune.CODE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLog_thatWasRewrittenWhole_contradictsWhatWasSigned(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Checkpoint.Bundle outside = signedLog(server);

            rewrite(server);
            assertThat(faults(server)).containsExactly("CHECKPOINT_CONTRADICTED");

            // Whoever removes the checkpoints too is contradicted by those outside.
            sql(server, "DELETE FROM log_checkpoint");
            server.bean(LogCheckpoints.class).make();
            assertThat(faults(server)).isEmpty();
            assertThat(faults(server, outside)).containsExactly("CHECKPOINT_CONTRADICTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLog_thatWasCutShort_contradictsWhatWasSigned(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            signedLog(server);

            sql(server, "DELETE FROM log_entry WHERE partition_code = ?", Commune.CODE);
            sql(
                    server,
                    "UPDATE feed_partition SET log_n = 0, log_head = ? WHERE code = ?",
                    Ledger.EMPTY_HEAD,
                    Commune.CODE);

            assertThat(faults(server)).contains("CHECKPOINT_CONTRADICTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheckpoint_thatTheServerDidNotSign_isNamed(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Checkpoint.Bundle honest = signedLog(server);

            sql(server, "UPDATE log_checkpoint SET document = REPLACE(document, '\"n\":', '\"n\": ')");
            assertThat(faults(server)).containsExactly("CHECKPOINT_SIGNATURE");

            ServerKeys forger = forger();
            Checkpoint first = honest.checkpoints().get(0);
            String signature = forger.sign(Checkpoint.signed(first.document()));
            sql(
                    server,
                    "UPDATE log_checkpoint SET document = ?, signature = ?, key_id = ?, n = 1, partition_code = ?",
                    first.document(),
                    signature,
                    forger.signerId(),
                    "98");
            assertThat(faults(server)).containsAnyOf("CHECKPOINT_KEY_UNKNOWN", "CHECKPOINT_MISPLACED");

            sql(server, "DELETE FROM log_checkpoint");
            Checkpoint.Bundle forged = new Checkpoint.Bundle(
                    honest.serverId(),
                    honest.keys(),
                    List.of(new Checkpoint(first.document(), forger.signerId(), signature)));
            assertThat(faults(server, forged)).containsExactly("CHECKPOINT_KEY_UNKNOWN");
            Checkpoint.Bundle mixed =
                    new Checkpoint.Bundle(honest.serverId(), Map.of(first.keyId(), forger.publicKey()), List.of(first));
            assertThat(faults(server, mixed)).containsExactly("CHECKPOINT_SIGNATURE");
        }
    }

    private ServerKeys forger() throws Exception {
        try (RunningServer other = Engine.SQLITE.start(folder.resolve("other"))) {
            return other.bean(ServerKeys.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntry_foundUnderAnothersKey_isNamed(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            signedLog(server);

            sql(server, "UPDATE log_entry SET about = 'something else' WHERE n = 1");

            assertThat(faults(server)).containsExactly("LOG_ENTRY_MISKEYED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void entries_anOlderServerWrote_areFoundAfterTheNextStart(Engine engine) throws Exception {
        var settings = engine.settings(folder);
        try (RunningServer server = RunningServer.start(settings)) {
            signedLog(server);
            sql(server, "UPDATE log_entry SET about = NULL");
        }

        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(faults(server)).isEmpty();
        }
    }
}
