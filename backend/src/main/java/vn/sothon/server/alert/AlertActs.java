package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Act;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.StoredRecord;

/** Answers that come from phones, perhaps days after they were given: what no longer fits is noted, never refused. */
@Singleton
public class AlertActs {
    /** The note of an act that is kept all the same. */
    public static final String NO_EFFECT = "NO_EFFECT";

    private final AlertService alerts;

    AlertActs(AlertService alerts) {
        this.alerts = alerts;
    }

    /** Does what the act says where it still can; what there is to note about it, {@code NO_EFFECT} where it could not. */
    public List<String> perform(Tx tx, StoredRecord record, Act act) throws SQLException {
        Actor actor = new Actor(record.personId(), record.actingRole());
        Instant then = record.effectiveAt();
        ActOutcome outcome;
        if (act instanceof Act.AcknowledgeAlert acknowledge) {
            outcome = alerts.acknowledge(tx, acknowledge.alertId(), actor, acknowledge.basedOn(), null, then);
        } else if (act instanceof Act.ResolveAlert resolve) {
            outcome = alerts.resolve(tx, resolve.alertId(), actor, resolve.basedOn(), resolve.note(), then);
        } else if (act instanceof Act.AssignAlert assign) {
            outcome = alerts.assignFrom(tx, assign.alertId(), actor, assign.basedOn(), assign.personId(), then);
        } else {
            return List.of(NO_EFFECT);
        }
        String note = note(outcome);
        if (note == null) {
            return List.of();
        }
        return outcome.tookEffect() ? List.of(note) : List.of(note, NO_EFFECT);
    }

    private static @Nullable String note(ActOutcome outcome) {
        return switch (outcome) {
            case DONE -> null;
            case DONE_THOUGH_CHANGED -> "ALERT_CHANGED";
            case ALREADY -> "ALERT_ANSWERED";
            case OPENED_ANEW -> "ALERT_REOPENED";
            case NOT_ADDRESSED -> "NOT_ADDRESSED";
            case NOT_IN_OFFICE -> "NOT_IN_OFFICE";
            case UNKNOWN -> "ALERT_UNKNOWN";
        };
    }
}
