package vn.sothon.server.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.alert.AlertView.Step;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.alert.rule.Noticed;

/**
 * An alert as the store holds it.
 *
 * @param opening how many times it was opened
 * @param openedVersion its version when it was opened last: an answer to an older one is an answer to something else
 * @param dueAt when it goes one level up, unless somebody acknowledges it
 */
public record Alert(
        UUID id,
        String matter,
        AlertRule rule,
        AlertSeverity severity,
        AlertState state,
        Noticed.Place place,
        Noticed.Refs refs,
        Map<String, String> args,
        int occurrences,
        int opening,
        Instant openedAt,
        long openedVersion,
        Instant lastSeenAt,
        int level,
        @Nullable Instant dueAt,
        @Nullable UUID assignedTo,
        @Nullable Step acknowledged,
        @Nullable Step resolved,
        long version) {

    /** A matter met for the first time. */
    static Alert opened(Noticed noticed, AlertSeverity severity, @Nullable Instant dueAt, Instant at) {
        return new Alert(
                noticed.alertId(),
                noticed.matter(),
                noticed.rule(),
                severity,
                AlertState.OPEN,
                noticed.place(),
                noticed.refs(),
                noticed.args(),
                1,
                1,
                at,
                1,
                at,
                0,
                dueAt,
                null,
                null,
                null,
                1);
    }

    /** The matter has returned after it was resolved. */
    Alert openedAgain(Noticed noticed, AlertSeverity other, @Nullable Instant dueAt, Instant at) {
        return new Alert(
                id,
                matter,
                rule,
                other,
                AlertState.OPEN,
                noticed.place(),
                noticed.refs(),
                noticed.args(),
                occurrences + 1,
                opening + 1,
                at,
                version + 1,
                at,
                0,
                dueAt,
                null,
                null,
                null,
                version + 1);
    }

    /**
     * What is known of the matter now.
     *
     * @param again whether it was met once more
     */
    Alert known(Noticed noticed, AlertSeverity other, boolean again, Instant at) {
        return new Alert(
                id,
                matter,
                rule,
                other,
                state,
                noticed.place(),
                noticed.refs(),
                noticed.args(),
                occurrences + (again ? 1 : 0),
                opening,
                openedAt,
                openedVersion,
                again ? at : lastSeenAt,
                level,
                dueAt,
                assignedTo,
                acknowledged,
                resolved,
                version + 1);
    }

    /** Somebody, or the server, has moved it on. */
    Alert moved(AlertState on, Step step) {
        boolean end = on == AlertState.RESOLVED;
        return new Alert(
                id,
                matter,
                rule,
                severity,
                on,
                place,
                refs,
                args,
                occurrences,
                opening,
                openedAt,
                openedVersion,
                lastSeenAt,
                level,
                null,
                assignedTo,
                end ? acknowledged : step,
                end ? step : null,
                version + 1);
    }

    Alert assigned(@Nullable UUID personId) {
        return new Alert(
                id,
                matter,
                rule,
                severity,
                state,
                place,
                refs,
                args,
                occurrences,
                opening,
                openedAt,
                openedVersion,
                lastSeenAt,
                level,
                dueAt,
                personId,
                acknowledged,
                resolved,
                version + 1);
    }

    /** As that reader may see it. */
    public AlertView view(Reader reader) {
        if (reader.brief()) {
            return new AlertView(
                    id,
                    rule.name(),
                    severity,
                    state,
                    place.communeCode(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    occurrences,
                    openedAt,
                    null,
                    level,
                    null,
                    reader.role(),
                    false,
                    null,
                    null);
        }
        return new AlertView(
                id,
                rule.name(),
                severity,
                state,
                place.communeCode(),
                place.villageCode(),
                place.groupCode(),
                refs.recordId(),
                refs.loanId(),
                refs.personId(),
                refs.planTaskId(),
                refs.taskCode(),
                args,
                occurrences,
                openedAt,
                lastSeenAt,
                level,
                assignedTo,
                reader.role(),
                reader.mayAnswer(),
                acknowledged,
                resolved);
    }
}
