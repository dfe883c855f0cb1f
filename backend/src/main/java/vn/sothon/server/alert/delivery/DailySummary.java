package vn.sothon.server.alert.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.id.Uuid5;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.device.PushTargets;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.DailyRound;

/** One message in the morning to whoever got alerts in the last day that are not urgent and that nobody answered. */
@Singleton
class DailySummary implements DailyRound {
    private static final Duration LAST_DAY = Duration.ofHours(24);
    private static final UUID SUMMARIES = UUID.fromString("2f0e3f55-8f0c-5b1e-a7a3-6a3f1a0c9d11");

    private final Writer writer;
    private final DeliveryStore store;
    private final PushTargets targets;
    private final AlertHours hours;
    private final ServerClock clock;

    DailySummary(Writer writer, DeliveryStore store, PushTargets targets, AlertHours hours, ServerClock clock) {
        this.writer = writer;
        this.store = store;
        this.targets = targets;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alert-summary";
    }

    /** Asked when the next day's summary is promised: hours that begin on that day hold already. */
    @Override
    public LocalTime at() {
        return hours.on(clock.today().plusDays(1)).summaryAt();
    }

    @Override
    public boolean isMadeUp() {
        return false;
    }

    @Override
    public void run() {
        Instant now = clock.now();
        LocalDate today = clock.today();
        writer.write(tx -> {
            summarise(tx, today, now);
            return today;
        });
    }

    private void summarise(Tx tx, LocalDate today, Instant now) throws SQLException {
        List<UUID> people = Sql.list(
                tx.connection(),
                """
                SELECT DISTINCT r.person_id FROM alert_reader r JOIN alert a ON a.id = r.alert_id
                WHERE a.severity = 'NOTICE' AND a.state = 'OPEN' AND a.opened_at > ?
                """,
                row -> UUID.fromString(row.getString(1)),
                now.minus(LAST_DAY).toEpochMilli());
        for (PushTargets.Target target : targets.of(tx.connection(), people)) {
            UUID summary = Uuid5.of(SUMMARIES, target.personId() + " " + today);
            store.add(tx.connection(), summary, 1, 0, target.deviceId(), Delivery.SUMMARY, false, now, now);
        }
        store.forget(tx.connection(), now.minus(Duration.ofDays(30)));
    }
}
