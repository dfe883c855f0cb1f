package vn.sothon.server.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertState;

/**
 * Which alerts of those a person has.
 *
 * @param states none: all
 * @param assignedToMe only those the person was asked to see to
 */
public record AlertFilter(
        Set<AlertState> states,
        @Nullable AlertRule rule,
        @Nullable String communeCode,
        @Nullable String villageCode,
        @Nullable String groupCode,
        boolean assignedToMe) {
    public static final AlertFilter ALL = new AlertFilter(Set.of(), null, null, null, null, false);
    public static final AlertFilter UNRESOLVED =
            new AlertFilter(Set.of(AlertState.OPEN, AlertState.ACKNOWLEDGED), null, null, null, null, false);

    public AlertFilter {
        states = Set.copyOf(states);
    }
}
