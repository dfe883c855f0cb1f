package vn.sothon.server.platform.jobs;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/** Remembers on which days each {@link DailyRound} was made, and promises the next one. */
@Singleton
class DailyRounds implements JobHandler, ApplicationEventListener<ServerStartupEvent> {
    private static final String KIND = "daily-round";

    private final Collection<DailyRound> rounds;
    private final Provider<Jobs> jobs;
    private final Writer writer;
    private final ServerClock clock;

    DailyRounds(Collection<DailyRound> rounds, Provider<Jobs> jobs, Writer writer, ServerClock clock) {
        this.rounds = rounds;
        this.jobs = jobs;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        writer.write(tx -> {
            for (DailyRound round : rounds) {
                promise(tx, round, first(tx, round));
            }
            return rounds.size();
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String name) {
        for (DailyRound round : rounds) {
            if (round.name().equals(name)) {
                make(round);
            }
        }
    }

    private void make(DailyRound round) {
        round.run();
        LocalDate today = clock.today();
        writer.write(tx -> {
            Sql.update(
                    tx.connection(),
                    "INSERT INTO daily_round (name, day, made_at) VALUES (?, ?, ?) ON CONFLICT (name, day) DO NOTHING",
                    round.name(),
                    today,
                    clock.millis());
            promise(tx, round, next(round, today));
            return today;
        });
    }

    private LocalDate first(Tx tx, DailyRound round) throws SQLException {
        LocalDate today = clock.today();
        boolean stillOpen = round.isMadeUp() || !clock.now().isAfter(begin(round, today));
        boolean comes = round.fallsOn(today) && stillOpen && !isMade(tx, round, today) && !round.isNeedlessToday(tx);
        return comes ? today : next(round, today);
    }

    private static boolean isMade(Tx tx, DailyRound round, LocalDate day) throws SQLException {
        return Sql.one(
                        tx.connection(),
                        "SELECT day FROM daily_round WHERE name = ? AND day = ?",
                        row -> row.getString(1),
                        round.name(),
                        day)
                .isPresent();
    }

    private static LocalDate next(DailyRound round, LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!round.fallsOn(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void promise(Tx tx, DailyRound round, LocalDate day) throws SQLException {
        jobs.get().promiseOnce(tx, round.name() + " " + day, KIND, round.name(), begin(round, day));
    }

    private static Instant begin(DailyRound round, LocalDate day) {
        return day.atTime(round.at()).atZone(DueDates.VIET_NAM).toInstant();
    }
}
