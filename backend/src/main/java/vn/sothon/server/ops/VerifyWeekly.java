package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.sothon.server.platform.jobs.DailyRound;

/** Opens everything again in the night before each Sunday, when nobody waits for the server. */
@Singleton
class VerifyWeekly implements DailyRound {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 0);

    private final Verification verification;
    private final LogWatch watch;

    VerifyWeekly(Verification verification, LogWatch watch) {
        this.verification = verification;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public LocalTime at() {
        return AT_NIGHT;
    }

    @Override
    public boolean fallsOn(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Override
    public boolean isMadeUp() {
        return false;
    }

    @Override
    public void run() {
        watch.heed(verification.run());
    }
}
