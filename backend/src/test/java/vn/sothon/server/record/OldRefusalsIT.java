package vn.sothon.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Writer;

class OldRefusalsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void refusal_whenOlderThanTwoYears_isForgotten(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            UUID person = UUID.randomUUID();
            UUID old = refused(server, person, Duration.ofDays(735));
            UUID younger = refused(server, person, Duration.ofDays(725));

            server.bean(OldRefusals.class).run();

            assertThat(isRemembered(server, old, person)).isFalse();
            assertThat(isRemembered(server, younger, person)).isTrue();
        }
    }

    private static UUID refused(RunningServer server, UUID person, Duration ago) {
        UUID id = UUID.randomUUID();
        server.bean(Writer.class).write(tx -> {
            server.bean(RefusedItems.class)
                    .remember(
                            tx.connection(),
                            new RefusedItems.Refused(
                                    id,
                                    "ab".repeat(32),
                                    person,
                                    UUID.randomUUID(),
                                    Instant.now().minus(ago),
                                    List.of()));
            return id;
        });
        return id;
    }

    private static boolean isRemembered(RunningServer server, UUID id, UUID person) {
        return server.bean(Writer.class)
                .write(tx -> server.bean(RefusedItems.class).was(tx.connection(), id, person));
    }
}
