package vn.sothon.server.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;

class DailyRoundsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void round_isMadeOnceADay_andPromisedForTheNext(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            LocalDate monday = LocalDate.now(DueDates.VIET_NAM).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

            atNoon(server, monday);
            assertThat(days(server, "alerts")).contains(monday.toString());
            assertThat(waiting(server, "alerts")).containsExactly("alerts " + monday.plusDays(1));
            atNoon(server, monday);
            assertThat(days(server, "alerts")).containsOnlyOnce(monday.toString());

            atNoon(server, monday.plusDays(1));
            assertThat(days(server, "alerts"))
                    .contains(monday.toString(), monday.plusDays(1).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundOfSundays_onOtherDays_waits(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            LocalDate sunday = LocalDate.now(DueDates.VIET_NAM).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

            atNoon(server, sunday.minusDays(1));
            assertThat(days(server, "verify")).isEmpty();
            assertThat(waiting(server, "verify")).containsExactly("verify " + sunday);

            atNoon(server, sunday);
            assertThat(days(server, "verify")).containsExactly(sunday.toString());
            assertThat(waiting(server, "verify")).containsExactly("verify " + sunday.plusWeeks(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundMissedAtItsHour_isMadeAtTheNextStart_ifItIsOneThatIsMadeUp(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            LocalDate tuesday = LocalDate.now(DueDates.VIET_NAM)
                    .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                    .plusWeeks(1);
            setNoon(server, tuesday);

            server.bean(DailyRounds.class).onApplicationEvent(null);

            assertThat(waiting(server, "alerts")).contains("alerts " + tuesday);
            assertThat(waiting(server, "alert-summary")).doesNotContain("alert-summary " + tuesday);
            assertThat(waiting(server, "due-checks"))
                    .as("a commune without loans")
                    .doesNotContain("due-checks " + tuesday);
        }
    }

    private static void atNoon(RunningServer server, LocalDate day) {
        setNoon(server, day);
        server.bean(Jobs.class).runDue();
    }

    private static void setNoon(RunningServer server, LocalDate day) {
        server.bean(ServerClock.class)
                .use(Clock.fixed(day.atTime(12, 0).atZone(DueDates.VIET_NAM).toInstant(), DueDates.VIET_NAM));
    }

    private static List<String> days(RunningServer server, String name) {
        return list(server, "SELECT day FROM daily_round WHERE name = ? ORDER BY day", name);
    }

    private static List<String> waiting(RunningServer server, String name) {
        return list(server, "SELECT id FROM job WHERE kind = 'daily-round' AND argument = ? ORDER BY id", name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(RunningServer server, String statement, String name) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return transactions.executeRead(
                status -> Sql.list(status.getConnection(), statement, row -> row.getString(1), name));
    }
}
