package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.platform.clock.ServerClock;

/** Days pass between two rosters, and a loan falls silent. */
class DueRoundsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void loan_whenThreeMonthsPassWithoutATransaction_owesACheckThatDay(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            on(server, "2026-09-01");
            RosterTale tale = new RosterTale(server);
            tale.apply(RosterTale.creditFile(
                    RosterTale.AUGUST, tale.loan(1), tale.loan(2).with(RosterColumn.PROGRAMME_CODE, "02")));
            DueRounds rounds = server.bean(DueRounds.class);
            assertThat(tale.feed("obligation")).isEmpty();

            on(server, "2026-11-09");
            assertThat(rounds.judgeAll()).isZero();
            on(server, "2026-11-10");
            assertThat(rounds.judgeAll()).as("students may be quiet").isEqualTo(1);
            assertThat(rounds.judgeAll()).as("once a day or twice").isZero();

            assertThat(tale.feed("obligation")).singleElement().satisfies(row -> {
                assertThat(row.village()).isEqualTo(tale.first);
                assertThat(row.data()).contains("INACTIVE", "\"dueOn\":\"2026-12-10\"");
            });
        }
    }

    private static void on(RunningServer server, String day) {
        server.bean(ServerClock.class).use(Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC));
    }
}
