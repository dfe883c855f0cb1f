package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** What was acknowledged survives kill -9 of the server's process while it is being pushed to. */
class KillDuringPushIT {
    private static final int KILLS = 3;
    private static final int PHONES = 4;
    private static final int BATCH = 10;
    private static final int BATCHES = 60;
    private static final int ANSWERS_BEFORE_THE_KILL = 20;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void push_whenTheServerIsKilledInItsMidst_hasLostNothingAcknowledged() throws Exception {
        Path data = folder.resolve("data");
        List<SealingPhone> phones = enrolled(data);
        Map<UUID, String> stored = new HashMap<>();
        Unreliable unreliable = new Unreliable(data);
        for (int kill = 0; kill < KILLS; kill++) {
            List<PushingPhone> pushing = new ArrayList<>();
            for (SealingPhone phone : phones) {
                pushing.add(PushingPhone.with(phone, BATCHES, BATCH));
            }

            unreliable.killedWhile(pushing);
            unreliable.sentAgain(pushing, stored);
        }

        try (RunningServer server = Engine.SQLITE.start(data)) {
            Map<UUID, String> hashes = new HashMap<>();
            server.bean(Writer.class)
                    .write(tx -> Sql.list(
                            tx.connection(),
                            "SELECT id, hash FROM record",
                            row -> hashes.put(UUID.fromString(row.getString(1)), row.getString(2))));
            assertThat(hashes).isEqualTo(stored);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private static List<SealingPhone> enrolled(Path data) throws Exception {
        List<SealingPhone> phones = new ArrayList<>();
        try (RunningServer server = Engine.SQLITE.start(data)) {
            Commune commune = new Commune(server);
            for (int i = 0; i < PHONES; i++) {
                phones.add(SealingPhone.enrol(server.address(), commune.code(commune.villageHead())));
            }
        }
        return phones;
    }

    /** A server that is killed while phones push, and started anew on the same folder. */
    private final class Unreliable {
        private final Path data;

        Unreliable(Path data) {
            this.data = data;
        }

        void killedWhile(List<PushingPhone> pushing) throws Exception {
            Answers answers = new Answers(ANSWERS_BEFORE_THE_KILL);
            try (ServerProcess server = start()) {
                List<Thread> threads = new ArrayList<>();
                for (PushingPhone phone : pushing) {
                    Thread thread = new Thread(() -> phone.push(server.address(), answers), "phone");
                    thread.start();
                    threads.add(thread);
                }
                answers.await();
                assertThat(server.kill()).as("ended by SIGKILL").isEqualTo(137);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            assertThat(pushing).allMatch(PushingPhone::brokenOff, "was pushing when the server died");
        }

        void sentAgain(List<PushingPhone> pushing, Map<UUID, String> stored) throws Exception {
            try (ServerProcess server = start()) {
                for (PushingPhone phone : pushing) {
                    SealingPhone again = phone.phone().at(server.address());
                    for (List<SealedItem> batch : phone.sent()) {
                        List<Result> results =
                                again.push(batch.toArray(new SealedItem[0])).results();
                        for (int i = 0; i < batch.size(); i++) {
                            judge(phone, batch.get(i), results.get(i), stored);
                        }
                    }
                }
            }
        }

        private void judge(PushingPhone phone, SealedItem item, Result result, Map<UUID, String> stored) {
            UUID id = Objects.requireNonNull(result.id());
            if (phone.acknowledged().contains(id)) {
                assertThat(result.verdict()).as("acknowledged " + id).isEqualTo(Verdict.DUPLICATE);
            } else {
                assertThat(result.verdict()).isIn(Verdict.ACCEPTED, Verdict.DUPLICATE);
            }
            if (result.verdict() == Verdict.DUPLICATE) {
                assertThat(result.status()).isEqualTo("ACCEPTED");
            }
            stored.put(id, Seals.sha256(item.head()));
        }

        private ServerProcess start() throws Exception {
            return ServerProcess.on(data, folder.resolve("server.log"));
        }
    }
}
