package vn.sothon.server.sync.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.Engine;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.FeedChange;

class OldStatusesIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void status_whenNothingChangedFor24Months_isPulledNoMore(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestPhone phone = TestPhone.on(server);
            PullingPhone pulling = new PullingPhone(server, phone);
            announce(server, phone, "old");
            pulling.sync();
            ServerClock clock = server.bean(ServerClock.class);
            clock.use(Clock.offset(Clock.systemUTC(), Duration.ofDays(500)));
            announce(server, phone, "younger");
            clock.use(Clock.offset(Clock.systemUTC(), Duration.ofDays(800)));

            server.bean(OldStatuses.class).run();

            PullingPhone fresh = new PullingPhone(server, phone).sync();
            assertThat(fresh.ids()).contains("younger").doesNotContain("old");
            clock.use(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
            assertThat(pulling.sync().removals).contains("recordStatus old", "record old");
            assertThat(pulling.ids()).contains("younger");
        }
    }

    private static void announce(RunningServer server, TestPhone phone, String id) {
        server.bean(Writer.class).write(tx -> {
            tx.announce(FeedChange.forPerson(
                    "91001", Pull.Type.recordStatus, id, 1, phone.personId().toString(), "{}"));
            return List.of();
        });
    }
}
