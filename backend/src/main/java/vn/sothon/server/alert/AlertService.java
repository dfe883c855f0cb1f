package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView.Step;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.alert.AlertEvent.What;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.Noticed;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.platform.db.Tx;

/**
 * Opens alerts, keeps each matter one alert, and closes those whose matter is gone. Everything here may be done twice:
 * the second time changes nothing.
 */
@Singleton
public class AlertService {
    /** Why the server itself resolved an alert. */
    public static final String MATTER_GONE = "MATTER_GONE";

    public static final String RECORD_WITHDRAWN = "RECORD_WITHDRAWN";

    private final AlertStore store;
    private final AlertHistory history;
    private final AlertTelling telling;
    private final AlertRules rules;

    AlertService(AlertStore store, AlertHistory history, AlertTelling telling, AlertRules rules) {
        this.store = store;
        this.history = history;
        this.telling = telling;
        this.rules = rules;
    }

    /**
     * Takes note of a matter.
     *
     * @param source what it was met by; the same source met again is not a new occurrence
     * @return the alert's id; empty where the rule is off
     */
    public Optional<UUID> notice(Tx tx, Noticed noticed, String source, Instant at) throws SQLException {
        RuleSetting setting = rules.on(noticed.rule(), noticed.place().communeCode(), DueDates.day(at));
        if (setting.off()) {
            return Optional.empty();
        }
        Connection connection = tx.connection();
        UUID id = noticed.alertId();
        Optional<Alert> present = store.find(connection, id);
        if (present.isEmpty()) {
            put(tx, Alert.opened(noticed, severity(noticed, setting), due(setting, 0, at), at), What.OPENED, at);
            store.enliven(connection, id, source, at);
            return Optional.of(id);
        }
        Alert before = present.get();
        boolean fresh = store.enliven(connection, id, source, at);
        AlertSeverity severity = severity(noticed, setting);
        if (!before.place().communeCode().equals(noticed.place().communeCode())) {
            // Its rows lie in another commune's feed from now on.
            telling.retire(tx, before);
        }
        if (fresh && before.state() == AlertState.RESOLVED) {
            put(tx, before.openedAgain(noticed, severity, due(setting, 0, at), at), What.REOPENED, at);
        } else if (fresh || differs(before, noticed)) {
            Alert now = before.known(noticed, severity, fresh, at);
            store.put(connection, now);
            if (fresh) {
                history.add(connection, id, What.SEEN_AGAIN, at, null, null);
            }
            telling.tell(tx, now, false, at);
        }
        return Optional.of(id);
    }

    private void put(Tx tx, Alert opened, What what, Instant at) throws SQLException {
        store.put(tx.connection(), opened);
        history.add(tx.connection(), opened.id(), what, at, null, null);
        telling.tell(tx, opened, true, at);
    }

    /** That source speaks of the alert no more; without any other the server resolves it. */
    public void cease(Tx tx, UUID id, String source, String reason, Instant at) throws SQLException {
        boolean forsaken = store.deaden(tx.connection(), id, source);
        Optional<Alert> alert = store.find(tx.connection(), id);
        if (forsaken && alert.isPresent() && alert.get().state() != AlertState.RESOLVED) {
            moved(tx, alert.get(), AlertState.RESOLVED, new Step(null, null, at, reason), null, at);
        }
    }

    /** Whatever this source still keeps alive beside those named ceases. */
    public void ceaseOthers(Tx tx, String source, List<UUID> still, String reason, Instant at) throws SQLException {
        List<UUID> gone = new ArrayList<>(store.aliveBy(tx.connection(), source));
        gone.removeAll(still);
        for (UUID id : gone) {
            cease(tx, id, source, reason, at);
        }
    }

    /** Alerts of a rule in a commune that are not among those a round has met have lost their matter. */
    public void ceaseUnmet(Tx tx, String communeCode, AlertRule rule, List<UUID> met, Instant at) throws SQLException {
        List<UUID> gone = new ArrayList<>(store.unresolved(tx.connection(), communeCode, rule));
        gone.removeAll(met);
        for (UUID id : gone) {
            for (String source : store.sources(tx.connection(), id)) {
                cease(tx, id, source, MATTER_GONE, at);
            }
        }
    }

    /**
     * Somebody has seen it and sees to it.
     *
     * @param basedOn the version the person saw
     */
    public ActOutcome acknowledge(Tx tx, UUID id, Actor actor, long basedOn, @Nullable String note, Instant at)
            throws SQLException {
        Optional<Alert> found = store.find(tx.connection(), id);
        ActOutcome outcome = judge(tx.connection(), found, actor, basedOn, AlertState.ACKNOWLEDGED, at);
        if (outcome.tookEffect()) {
            Step step = new Step(actor.personId(), actor.role(), at, note);
            moved(tx, found.orElseThrow(), AlertState.ACKNOWLEDGED, step, actor, at);
        }
        return outcome;
    }

    /** Somebody has settled the matter and says how. */
    public ActOutcome resolve(Tx tx, UUID id, Actor actor, long basedOn, String note, Instant at) throws SQLException {
        Optional<Alert> found = store.find(tx.connection(), id);
        ActOutcome outcome = judge(tx.connection(), found, actor, basedOn, AlertState.RESOLVED, at);
        if (outcome.tookEffect()) {
            Step step = new Step(actor.personId(), actor.role(), at, note);
            moved(tx, found.orElseThrow(), AlertState.RESOLVED, step, actor, at);
        }
        return outcome;
    }

    /** Asks somebody to see to it, who then has it too and may answer it; nobody, to take it back. */
    public ActOutcome assign(Tx tx, UUID id, Actor actor, @Nullable UUID personId, Instant at) throws SQLException {
        Optional<Alert> found = store.find(tx.connection(), id);
        if (found.isEmpty()) {
            return ActOutcome.UNKNOWN;
        }
        Alert before = found.get();
        if (!telling.mayAnswer(tx.connection(), before, actor.personId(), at)) {
            return ActOutcome.NOT_ADDRESSED;
        }
        if (before.state() == AlertState.RESOLVED || Objects.equals(before.assignedTo(), personId)) {
            return ActOutcome.ALREADY;
        }
        Alert now = before.assigned(personId);
        if (personId != null && !telling.mayAnswer(tx.connection(), now, personId, at)) {
            return ActOutcome.NOT_IN_OFFICE;
        }
        store.put(tx.connection(), now);
        history.add(tx.connection(), id, What.ASSIGNED, at, actor, personId == null ? null : personId.toString());
        telling.tell(tx, now, false, at);
        return ActOutcome.DONE;
    }

    /**
     * The same, asked on a phone some time ago.
     *
     * @param basedOn the version the person saw; what was opened anew since is something else
     */
    public ActOutcome assignFrom(Tx tx, UUID id, Actor actor, long basedOn, UUID personId, Instant at)
            throws SQLException {
        Optional<Alert> found = store.find(tx.connection(), id);
        if (found.isPresent() && basedOn < found.get().openedVersion()) {
            return ActOutcome.OPENED_ANEW;
        }
        ActOutcome outcome = assign(tx, id, actor, personId, at);
        boolean changed = found.isPresent() && found.get().version() != basedOn;
        return outcome == ActOutcome.DONE && changed ? ActOutcome.DONE_THOUGH_CHANGED : outcome;
    }

    private ActOutcome judge(
            Connection connection, Optional<Alert> found, Actor actor, long basedOn, AlertState wanted, Instant at)
            throws SQLException {
        if (found.isEmpty()) {
            return ActOutcome.UNKNOWN;
        }
        Alert alert = found.get();
        if (!telling.mayAnswer(connection, alert, actor.personId(), at)) {
            return ActOutcome.NOT_ADDRESSED;
        }
        if (alert.state() == AlertState.RESOLVED || alert.state() == wanted) {
            return ActOutcome.ALREADY;
        }
        if (basedOn < alert.openedVersion()) {
            return ActOutcome.OPENED_ANEW;
        }
        return basedOn == alert.version() ? ActOutcome.DONE : ActOutcome.DONE_THOUGH_CHANGED;
    }

    private void moved(Tx tx, Alert before, AlertState state, Step step, @Nullable Actor actor, Instant at)
            throws SQLException {
        Alert now = before.moved(state, step);
        store.put(tx.connection(), now);
        What what = state == AlertState.RESOLVED ? What.RESOLVED : What.ACKNOWLEDGED;
        history.add(tx.connection(), now.id(), what, at, actor, step.note());
        telling.tell(tx, now, false, at);
    }

    /** Takes one alert a level up, if it is still open and due. */
    boolean escalate(Tx tx, Alert seen, Instant at) throws SQLException {
        RuleSetting setting = rules.on(seen.rule(), seen.place().communeCode(), DueDates.day(at));
        int level = seen.level() + 1;
        if (level > setting.escalation().size()) {
            // The rule has been changed since: there is nobody further up.
            store.stay(tx.connection(), seen);
            return false;
        }
        if (!store.escalate(tx.connection(), seen, due(setting, level, seen.openedAt()))) {
            return false;
        }
        history.add(tx.connection(), seen.id(), What.ESCALATED, at, null, Integer.toString(level));
        telling.tell(tx, store.find(tx.connection(), seen.id()).orElseThrow(), true, at);
        return true;
    }

    private static @Nullable Instant due(RuleSetting setting, int level, Instant openedAt) {
        return level < setting.escalation().size()
                ? openedAt.plus(Duration.ofHours(setting.escalation().get(level).afterHours()))
                : null;
    }

    private static boolean differs(Alert before, Noticed noticed) {
        return !before.args().equals(noticed.args())
                || !before.place().equals(noticed.place())
                || !before.refs().equals(noticed.refs());
    }

    private static AlertSeverity severity(Noticed noticed, RuleSetting setting) {
        return noticed.severity() == null ? setting.severity() : noticed.severity();
    }
}
