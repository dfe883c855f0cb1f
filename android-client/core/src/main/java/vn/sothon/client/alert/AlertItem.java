package vn.sothon.client.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;

/**
 * An alert as the person sees it on this phone.
 *
 * @param version the server's version of it, on which an answer is based
 * @param state as the server says, or as the person has answered and the server does not know yet
 * @param answeredHere whether that answer is still this phone's alone
 * @param assignedTo who was asked to see to it, here or as the server says
 * @param read whether the person has opened this version
 */
public record AlertItem(
        AlertView view, long version, AlertState state, boolean answeredHere, @Nullable UUID assignedTo, boolean read) {

    public UUID id() {
        return view.id();
    }

    /** Whether the person may acknowledge it now. */
    public boolean canAcknowledge() {
        return view.mayAnswer() && state == AlertState.OPEN;
    }

    /** Whether the person may resolve it now. */
    public boolean canResolve() {
        return view.mayAnswer() && state != AlertState.RESOLVED;
    }

    /** Whether the person may ask somebody else to see to it. */
    public boolean canAssign() {
        return canResolve();
    }

    /** What asks for attention: opening it anew, or taking it a level up, asks again; anything else does not. */
    String call() {
        return view.openedAt().toEpochMilli() + "/" + view.level();
    }
}
