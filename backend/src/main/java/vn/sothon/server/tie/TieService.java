package vn.sothon.server.tie;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.Payload;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.rule.TieQuestion;
import vn.sothon.model.rule.TieQuestions;
import vn.sothon.model.rule.TieReasonCode;
import vn.sothon.model.rule.TieRule;
import vn.sothon.model.sync.Seals;
import vn.sothon.model.sync.TieView;
import vn.sothon.model.sync.TieView.By;
import vn.sothon.model.sync.TieView.Reason;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.LogEntry;
import vn.sothon.server.record.StoredRecord;

/** Ties the head of each line of records to the plan task it fulfils, and keeps why. */
@Singleton
public final class TieService {
    private final PlanTaskLookup tasks;
    private final TieStore store;
    private final TieRule rule = new TieRule();

    TieService(PlanTaskLookup tasks, TieStore store) {
        this.tasks = tasks;
        this.store = store;
    }

    public Optional<RecordTie> of(Connection connection, UUID record) throws SQLException {
        return store.find(connection, record);
    }

    /** Records that have been without a task since before that time. */
    public List<UUID> untiedSince(Connection connection, Instant before) throws SQLException {
        return store.untiedSince(connection, before);
    }

    /**
     * Ties a record that counts, unless a person has already decided.
     *
     * @param areas the areas its place lies in, most local first
     * @param chosen the task its author chose
     */
    public RecordTie tie(
            Tx tx, StoredRecord record, Payload payload, List<String> areas, @Nullable UUID chosen, Instant at)
            throws SQLException {
        return tie(tx, record, payload, areas, chosen, at, store.find(tx.connection(), record.id()));
    }

    /** Ties a record that was stored just now: there is no tie of it to look for. */
    public RecordTie tieFirst(
            Tx tx, StoredRecord record, Payload payload, List<String> areas, @Nullable UUID chosen, Instant at)
            throws SQLException {
        return tie(tx, record, payload, areas, chosen, at, Optional.empty());
    }

    private RecordTie tie(
            Tx tx,
            StoredRecord record,
            Payload payload,
            List<String> areas,
            @Nullable UUID chosen,
            Instant at,
            Optional<RecordTie> present)
            throws SQLException {
        if (present.isPresent() && present.get().by() == By.PERSON) {
            return present.get();
        }
        TieAnswer answer = judge(tx.connection(), record, payload, areas, chosen);
        TieView view = answer instanceof TieAnswer.Tied tied ? tied.view() : null;
        if (present.isPresent() && same(present.get(), view, answer.reason())) {
            return present.get();
        }
        long version = present.map(RecordTie::version).orElse(0L) + 1;
        RecordTie tie = new RecordTie(view, view == null ? By.RULE : view.by(), answer.reason(), version);
        write(tx, record, tie, at);
        return tie;
    }

    /** What the rule says of a record, without writing it down. */
    public TieAnswer judge(
            Connection connection, StoredRecord record, Payload payload, List<String> areas, @Nullable UUID chosen)
            throws SQLException {
        TieQuestion question = TieQuestions.of(
                record.id(),
                record.kind(),
                record.actingRole(),
                payload,
                DueDates.day(record.effectiveAt()),
                areas,
                chosen);
        return rule.answer(question, tasks.governing(connection, areas));
    }

    /** A person ties the record to a task, or to none, with a reason. */
    public RecordTie byPerson(Tx tx, StoredRecord record, @Nullable UUID planTaskId, String why, Instant at)
            throws SQLException {
        Reason reason = new Reason(TieReasonCode.TIED_BY_PERSON.name(), why, Map.of());
        long version =
                store.find(tx.connection(), record.id()).map(RecordTie::version).orElse(0L) + 1;
        TieView view = null;
        if (planTaskId != null) {
            PlanTask task = tasks.find(tx.connection(), planTaskId)
                    .orElseThrow(() -> new IllegalArgumentException("no such task is published"));
            view = new TieView(
                    task.id(), task.planId(), task.key(), TaskTitle.of(task.content()), By.PERSON, reason, List.of());
        }
        RecordTie tie = new RecordTie(view, By.PERSON, reason, version);
        write(tx, record, tie, at);
        return tie;
    }

    /**
     * The record counts no more: it fulfils nothing.
     *
     * @return its tie, where a person had made it
     */
    public Optional<RecordTie> untie(Tx tx, StoredRecord record) throws SQLException {
        Optional<RecordTie> present = store.find(tx.connection(), record.id());
        store.remove(tx.connection(), record.id());
        return present.filter(tie -> tie.by() == By.PERSON);
    }

    /** Gives a record the tie a person made of another of its line; whether it had none by a person itself. */
    public boolean carry(Tx tx, StoredRecord record, RecordTie decided, Instant at) throws SQLException {
        Optional<RecordTie> present = store.find(tx.connection(), record.id());
        if (present.isPresent() && present.get().by() == By.PERSON) {
            return false;
        }
        long version = present.map(RecordTie::version).orElse(0L) + 1;
        write(tx, record, new RecordTie(decided.tie(), By.PERSON, decided.reason(), version), at);
        return true;
    }

    private void write(Tx tx, StoredRecord record, RecordTie tie, Instant at) throws SQLException {
        store.save(tx.connection(), record.id(), tie, at);
        tx.log(new LogEntry(
                record.communeCode(),
                LogEntry.Type.TIE,
                record.id().toString(),
                hash(tie),
                at,
                null,
                tie.tie() == null ? "UNTIED" : "TIED"));
    }

    /** What the log pins of a tie. */
    public static String hash(RecordTie tie) {
        return Seals.sha256(Json.write(tie.tie() == null ? tie.reason() : tie.tie()));
    }

    private static boolean same(RecordTie present, @Nullable TieView view, Reason reason) {
        return Objects.equals(present.tie(), view) && present.reason().equals(reason);
    }
}
