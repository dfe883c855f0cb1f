package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.DailyRound;

/** Forgets refusals so old that no phone will still mend what was refused. */
@Singleton
class OldRefusals implements DailyRound {
    private static final Period REMEMBERED = Period.ofMonths(24);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    private final Writer writer;
    private final RefusedItems refusals;
    private final ServerClock clock;

    OldRefusals(Writer writer, RefusedItems refusals, ServerClock clock) {
        this.writer = writer;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-refusals";
    }

    @Override
    public LocalTime at() {
        return AT_NIGHT;
    }

    @Override
    public void run() {
        Instant before =
                clock.today().minus(REMEMBERED).atStartOfDay(DueDates.VIET_NAM).toInstant();
        writer.write(tx -> refusals.forget(tx.connection(), before));
    }
}
