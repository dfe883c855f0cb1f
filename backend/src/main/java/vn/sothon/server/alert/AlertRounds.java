package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.DailyRound;

/** Looks every morning, commune by commune, for what somebody must know. */
@Singleton
public class AlertRounds implements DailyRound {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final LocalTime EARLY = LocalTime.of(5, 30);

    private final Writer writer;
    private final AreaLookup areas;
    private final CommuneRound round;
    private final ServerClock clock;

    AlertRounds(Writer writer, AreaLookup areas, CommuneRound round, ServerClock clock) {
        this.writer = writer;
        this.areas = areas;
        this.round = round;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public LocalTime at() {
        return EARLY;
    }

    /** Looks at every commune now. */
    @Override
    public void run() {
        for (Area area : areas.all()) {
            if (area.kind() == AreaKind.COMMUNE && area.successorCode() == null) {
                Instant now = clock.now();
                int met = writer.write(tx -> round.make(tx, area.code(), now));
                LOG.debug("round of {}: {} matters", area.code(), met);
            }
        }
    }
}
