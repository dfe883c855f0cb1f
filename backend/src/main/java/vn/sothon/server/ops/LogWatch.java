package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.alert.AlertService;
import vn.sothon.server.alert.rule.Noticed;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** Raises an alert where a verification finds that what is stored is not what was sealed, and takes it back when all holds. */
@Singleton
class LogWatch {
    private static final String SOURCE = "verification";

    private final Writer writer;
    private final AreaLookup areas;
    private final AlertService alerts;
    private final RecordStore records;
    private final ServerClock clock;

    LogWatch(Writer writer, AreaLookup areas, AlertService alerts, RecordStore records, ServerClock clock) {
        this.writer = writer;
        this.areas = areas;
        this.alerts = alerts;
        this.records = records;
        this.clock = clock;
    }

    /** Tells each commune of the faults in its own records and log; one that cannot be placed is everybody's. */
    void heed(Verification.Report report) {
        Instant now = clock.now();
        List<String> communes = areas.all().stream()
                .filter(area -> area.kind() == AreaKind.COMMUNE && area.successorCode() == null)
                .map(Area::code)
                .toList();
        Map<String, Integer> faults = new HashMap<>();
        for (Fault fault : report.faults()) {
            List<String> placed =
                    communes.stream().filter(placeOf(fault)::equals).toList();
            (placed.isEmpty() ? communes : placed).forEach(commune -> faults.merge(commune, 1, Integer::sum));
        }
        for (String commune : communes) {
            writer.write(tx -> heed(tx, commune, faults.getOrDefault(commune, 0), now));
        }
    }

    /** A record's commune, or the partition of a log. */
    private String placeOf(Fault fault) {
        String where = fault.where().split("[ #]", 2)[0];
        try {
            UUID record = UUID.fromString(where);
            return writer.write(tx -> records.find(tx.connection(), record)
                    .map(StoredRecord::communeCode)
                    .orElse(""));
        } catch (IllegalArgumentException e) {
            return where;
        }
    }

    private int heed(Tx tx, String communeCode, int faults, Instant now) throws SQLException {
        List<UUID> met = new ArrayList<>();
        if (faults > 0) {
            Noticed noticed = new Noticed(
                    AlertRule.LOG_BROKEN,
                    "log " + communeCode,
                    null,
                    new Noticed.Place(communeCode, null, null, null),
                    Noticed.Refs.NONE,
                    Map.of("faults", Integer.toString(faults)));
            alerts.notice(tx, noticed, SOURCE, now).ifPresent(met::add);
        }
        alerts.ceaseUnmet(tx, communeCode, AlertRule.LOG_BROKEN, met, now);
        return met.size();
    }
}
