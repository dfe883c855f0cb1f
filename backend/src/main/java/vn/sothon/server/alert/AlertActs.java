package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Act;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** Answers that come from phones, perhaps days after they were given: what no longer fits is noted, never refused. */
@Singleton
public class AlertActs {
    private final AlertService alerts;
    private final RecordStore records;

    AlertActs(AlertService alerts, RecordStore records) {
        this.alerts = alerts;
        this.records = records;
    }

    /** Does what the act says where it still can; whether it could. Why not stands in the record's notes. */
    public boolean perform(Tx tx, StoredRecord record, Act act, Instant at) throws SQLException {
        Actor actor = new Actor(record.personId(), record.actingRole());
        Instant then = record.effectiveAt();
        ActOutcome outcome;
        if (act instanceof Act.AcknowledgeAlert acknowledge) {
            outcome = alerts.acknowledge(tx, acknowledge.alertId(), actor, acknowledge.basedOn(), null, then);
        } else if (act instanceof Act.ResolveAlert resolve) {
            outcome = alerts.resolve(tx, resolve.alertId(), actor, resolve.basedOn(), resolve.note(), then);
        } else {
            return false;
        }
        String note = note(outcome);
        if (note != null) {
            records.note(tx.connection(), record.id(), note, at);
        }
        return outcome.tookEffect();
    }

    private static @Nullable String note(ActOutcome outcome) {
        return switch (outcome) {
            case DONE -> null;
            case DONE_THOUGH_CHANGED -> "ALERT_CHANGED";
            case ALREADY -> "ALERT_ANSWERED";
            case OPENED_ANEW -> "ALERT_REOPENED";
            case NOT_ADDRESSED -> "NOT_ADDRESSED";
            case UNKNOWN -> "ALERT_UNKNOWN";
        };
    }
}
