package vn.sothon.server.ops;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/** Opens everything again in the night before each Sunday, when nobody waits for the server. */
@Singleton
class VerifyWeekly implements JobHandler, ApplicationEventListener<ServerStartupEvent> {
    private static final String KIND = "verify-weekly";
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 0);

    private final Provider<Jobs> jobs;
    private final Writer writer;
    private final Verification verification;
    private final LogWatch watch;
    private final ServerClock clock;

    VerifyWeekly(Provider<Jobs> jobs, Writer writer, Verification verification, LogWatch watch, ServerClock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.verification = verification;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        writer.write(this::promiseNext);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String sunday) {
        watch.heed(verification.run());
        writer.write(this::promiseNext);
    }

    private LocalDate promiseNext(Tx tx) throws SQLException {
        LocalDate sunday = clock.today().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        jobs.get()
                .promiseOnce(
                        tx,
                        KIND + " " + sunday,
                        KIND,
                        sunday.toString(),
                        sunday.atTime(AT_NIGHT).atZone(DueDates.VIET_NAM).toInstant());
        return sunday;
    }
}
