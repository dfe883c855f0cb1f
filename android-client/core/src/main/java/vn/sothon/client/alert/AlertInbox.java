package vn.sothon.client.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.task.PulledRow;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.ReadItem;

/** The alerts this phone has pulled, with the person's own answers on top; works offline. */
public final class AlertInbox {
    private static final String TYPE = Pull.Type.alert.name();
    private static final Set<RecordKind> KINDS =
            EnumSet.of(RecordKind.ACKNOWLEDGE_ALERT, RecordKind.RESOLVE_ALERT, RecordKind.ASSIGN_ALERT);
    private static final Comparator<AlertItem> ORDER = Comparator.comparing(AlertItem::state)
            .thenComparing(item -> severity(item.view()), Comparator.reverseOrder())
            .thenComparing(item -> item.view().openedAt(), Comparator.reverseOrder())
            .thenComparing(AlertItem::id);

    private final PulledRows rows;
    private final RecordBook book;
    private final AlertMarks marks;

    public AlertInbox(PulledRows rows, RecordBook book, AlertMarks marks) {
        this.rows = rows;
        this.book = book;
        this.marks = marks;
    }

    /** Open ones first, then the gravest, then the newest. */
    public List<AlertItem> all() {
        Map<UUID, Answer> answers = answers();
        List<AlertItem> items = new ArrayList<>();
        for (PulledRow row : rows.all(TYPE)) {
            item(row, answers).ifPresent(items::add);
        }
        items.sort(ORDER);
        return items;
    }

    public Optional<AlertItem> find(UUID id) {
        return rows.find(TYPE, id.toString()).flatMap(row -> item(row, answers()));
    }

    /**
     * Open alerts that want attention and got no notification yet. Whoever shows one says so with {@link #called}; a
     * message that comes a second time then finds nothing to show.
     */
    public List<AlertItem> calling() {
        List<AlertItem> calling = new ArrayList<>();
        Set<UUID> present = new HashSet<>();
        for (AlertItem item : all()) {
            present.add(item.id());
            if (item.state() == AlertState.OPEN && !item.call().equals(marks.calledFor(item.id()))) {
                calling.add(item);
            }
        }
        marks.keepOnly(present);
        return calling;
    }

    /** A notification for it stands on the screen. */
    public void called(AlertItem item) {
        marks.called(item.id(), item.call());
    }

    /** The person has opened it. */
    public void read(AlertItem item) {
        marks.read(item.id(), item.version());
    }

    private Optional<AlertItem> item(PulledRow row, Map<UUID, Answer> answers) {
        AlertView view;
        try {
            view = Json.tolerant(row.data(), AlertView.class);
        } catch (JsonRefused e) {
            return Optional.empty(); // a newer server says more than this build understands
        }
        Answer answer = answers.get(view.id());
        // An answer to an older version has been met by the server's newer word.
        boolean mine = answer != null && answer.basedOn == row.version() && answer.state.compareTo(state(view)) > 0;
        AlertState state = mine && answer != null ? answer.state : state(view);
        boolean given = answer != null && answer.assignedTo != null && answer.assignedOn == row.version();
        return Optional.of(new AlertItem(
                view,
                row.version(),
                state,
                mine,
                given && answer != null ? answer.assignedTo : view.assignedTo(),
                marks.readVersion(view.id()) >= row.version()));
    }

    private Map<UUID, Answer> answers() {
        Map<UUID, Answer> answers = new HashMap<>();
        for (BookedRecord record : book.all()) {
            boolean inVain = record.answer() != null && record.answer().notes().contains("NO_EFFECT");
            if (KINDS.contains(record.kind()) && !inVain) {
                add(ReadItem.trusted(record.item()).payload(), answers);
            }
        }
        return answers;
    }

    private static void add(Object payload, Map<UUID, Answer> answers) {
        if (payload instanceof Act.AcknowledgeAlert act) {
            answers.merge(act.alertId(), Answer.of(AlertState.ACKNOWLEDGED, act.basedOn()), Answer::then);
        } else if (payload instanceof Act.ResolveAlert act) {
            answers.merge(act.alertId(), Answer.of(AlertState.RESOLVED, act.basedOn()), Answer::then);
        } else if (payload instanceof Act.AssignAlert act) {
            answers.merge(act.alertId(), new Answer(0, AlertState.OPEN, act.basedOn(), act.personId()), Answer::then);
        }
    }

    /** A word of a newer server reads as none. */
    @SuppressWarnings("NullAway")
    private static AlertState state(AlertView view) {
        return view.state() == null ? AlertState.OPEN : view.state();
    }

    @SuppressWarnings("NullAway") // as above
    private static AlertSeverity severity(AlertView view) {
        return view.severity() == null ? AlertSeverity.WARNING : view.severity();
    }

    /** What the person has said of one alert, each word with the version it was said of. */
    private record Answer(long basedOn, AlertState state, long assignedOn, @Nullable UUID assignedTo) {
        static Answer of(AlertState state, long basedOn) {
            return new Answer(basedOn, state, 0, null);
        }

        Answer then(Answer later) {
            return later.assignedTo == null
                    ? new Answer(later.basedOn, later.state, assignedOn, assignedTo)
                    : new Answer(basedOn, state, later.assignedOn, later.assignedTo);
        }
    }
}
