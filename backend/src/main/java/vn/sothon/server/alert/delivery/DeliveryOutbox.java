package vn.sothon.server.alert.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.alert.Alert;
import vn.sothon.server.alert.AlertObserver;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.device.PushTargets;
import vn.sothon.server.platform.db.Tx;

/** Promises messages in the transaction of the alert: now, after the quiet hours, or in the next summary. */
@Singleton
class DeliveryOutbox implements AlertObserver {
    private final DeliveryStore store;
    private final PushTargets targets;
    private final Courier courier;
    private final AlertHours hours;

    DeliveryOutbox(DeliveryStore store, PushTargets targets, Courier courier, AlertHours hours) {
        this.store = store;
        this.targets = targets;
        this.courier = courier;
        this.hours = hours;
    }

    @Override
    public void told(Tx tx, Alert alert, List<Reader> readers, boolean calls, Instant at) throws SQLException {
        if (!calls || alert.state() != AlertState.OPEN || alert.severity() == AlertSeverity.NOTICE) {
            return;
        }
        Instant dueAt =
                alert.severity() == AlertSeverity.CRITICAL ? at : quiet(at).after(at);
        boolean promised = false;
        for (PushTargets.Target target : targets.of(
                tx.connection(), readers.stream().map(Reader::personId).toList())) {
            promised |= store.add(
                    tx.connection(),
                    alert.id(),
                    alert.opening(),
                    alert.level(),
                    target.deviceId(),
                    Delivery.ALERT,
                    true,
                    dueAt,
                    at);
        }
        if (promised) {
            tx.afterCommit(courier::knock);
        }
    }

    private QuietHours quiet(Instant at) {
        AlertHours.Hours now = hours.on(DueDates.day(at));
        return new QuietHours(now.quietFrom(), now.quietTo());
    }
}
