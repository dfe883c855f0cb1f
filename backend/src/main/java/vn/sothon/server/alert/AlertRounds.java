package vn.sothon.server.alert;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/** The daily round, commune by commune; a round made twice on one day changes nothing the second time. */
@Singleton
public class AlertRounds implements JobHandler, ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final String KIND = "alert-round";
    private static final LocalTime EARLY = LocalTime.of(5, 30);

    private final Provider<Jobs> jobs;
    private final Writer writer;
    private final AreaLookup areas;
    private final CommuneRound round;
    private final ServerClock clock;

    AlertRounds(Provider<Jobs> jobs, Writer writer, AreaLookup areas, CommuneRound round, ServerClock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.areas = areas;
        this.round = round;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        LocalDate today = clock.today();
        writer.write(tx -> {
            boolean made = Sql.one(
                            tx.connection(),
                            "SELECT day FROM alert_round WHERE day = ?",
                            row -> row.getString(1),
                            today)
                    .isPresent();
            promise(tx, made ? today.plusDays(1) : today);
            return made;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String day) {
        run();
        LocalDate today = clock.today();
        writer.write(tx -> {
            Sql.update(
                    tx.connection(),
                    "INSERT INTO alert_round (day, made_at) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
                    today,
                    clock.millis());
            promise(tx, today.plusDays(1));
            return today;
        });
    }

    /** Looks at every commune now. */
    public void run() {
        for (Area area : areas.all()) {
            if (area.kind() == AreaKind.COMMUNE && area.successorCode() == null) {
                Instant now = clock.now();
                int met = writer.write(tx -> round.make(tx, area.code(), now));
                LOG.debug("round of {}: {} matters", area.code(), met);
            }
        }
    }

    private void promise(Tx tx, LocalDate day) throws SQLException {
        Instant early = day.atTime(EARLY).atZone(DueDates.VIET_NAM).toInstant();
        jobs.get().promiseOnce(tx, KIND + " " + day, KIND, day.toString(), early);
    }
}
