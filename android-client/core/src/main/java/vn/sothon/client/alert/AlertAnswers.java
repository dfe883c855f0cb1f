package vn.sothon.client.alert;

import java.util.UUID;
import vn.sothon.client.record.Draft;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;

/** Turns a person's answer to an alert into an act, ready to be sealed; it is based on what the person saw. */
public final class AlertAnswers {
    private AlertAnswers() {}

    public static Draft acknowledge(UUID id, AlertItem item) {
        return draft(id, RecordKind.ACKNOWLEDGE_ALERT, item, new Act.AcknowledgeAlert(item.id(), item.version()));
    }

    /** Ends it; the note says how the matter was settled. */
    public static Draft resolve(UUID id, AlertItem item, String note) {
        return draft(id, RecordKind.RESOLVE_ALERT, item, new Act.ResolveAlert(item.id(), item.version(), note));
    }

    /** Asks somebody to see to it. */
    public static Draft assign(UUID id, AlertItem item, UUID personId) {
        return draft(id, RecordKind.ASSIGN_ALERT, item, new Act.AssignAlert(item.id(), item.version(), personId));
    }

    private static Draft draft(UUID id, RecordKind kind, AlertItem item, Act act) {
        AlertView view = item.view();
        ActingRole role = view.role();
        if (!view.mayAnswer() || role == null) {
            throw new IllegalArgumentException("this alert is not this person's to answer");
        }
        Draft.Acting acting = new Draft.Acting(role, view.communeCode(), view.villageCode(), null);
        return Draft.of(id, kind, acting, Draft.About.nothing(), act);
    }
}
