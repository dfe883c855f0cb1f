package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.LogEntry;
import vn.sothon.server.record.StoredRecord.Status;
import vn.sothon.server.record.StoredRecord.WaitsFor;

/**
 * Stores a record once and says how it stands: accepted, or held for something named. A record is a fact: it is never
 * edited; a correction becomes the head of its line, and a second correction of the same head waits beside it as a fork.
 */
@Singleton
public final class RecordIntake {
    /** The borrower says he received more than the roster says was paid out: a person looks at it. */
    private static final String MORE_THAN_DISBURSED = "MORE_THAN_DISBURSED";

    private static final Duration STRANGE = Duration.ofDays(400);

    private final RecordStore store;
    private final RefusedItems refusals;
    private final Sheets sheets;

    RecordIntake(RecordStore store, RefusedItems refusals, Sheets sheets) {
        this.store = store;
        this.refusals = refusals;
        this.sheets = sheets;
    }

    public Intake take(Tx tx, Arrival arrival) throws SQLException {
        Connection connection = tx.connection();
        ItemHead head = arrival.item().head();
        if (head.corrects() != null) {
            Optional<StoredRecord> known = store.find(connection, head.id());
            if (known.isPresent()) {
                return known(known.get(), arrival);
            }
            if (closesCycle(connection, head)) {
                return new Intake.Refused(List.of(new Problem("corrects", "CYCLE")));
            }
        }
        StoredRecord record = judged(connection, arrival);
        if (!store.insert(connection, arrival.item(), arrival.deviceId(), record, arrival.receivedAt())) {
            return known(store.find(connection, head.id()).orElseThrow(), arrival);
        }
        List<String> notes = notes(connection, arrival, record);
        List<StoredRecord> changed = new ArrayList<>();
        changed.add(record);
        boolean aboutOthers = record.status() == Status.ACCEPTED
                && took(connection, arrival.item().payload(), record, arrival.receivedAt(), changed);
        tx.log(new LogEntry(
                record.communeCode(),
                LogEntry.Type.ITEM,
                record.id().toString(),
                record.hash(),
                arrival.receivedAt(),
                head.keyId(),
                record.status().name()));
        if (!aboutOthers) {
            return new Intake.Stored(record, changed, notes);
        }
        List<StoredRecord> fresh = fresh(connection, changed);
        return new Intake.Stored(fresh.get(0), fresh, store.notes(connection, record.id()));
    }

    private static Intake known(StoredRecord stored, Arrival arrival) {
        return stored.hash().equals(arrival.item().hash())
                ? new Intake.Known(stored)
                : new Intake.Refused(List.of(new Problem("id", "REUSED")));
    }

    /** A person admits a held record: it counts from now on. */
    public List<StoredRecord> admit(Tx tx, UUID id, Instant at) throws SQLException {
        StoredRecord held = store.find(tx.connection(), id).orElseThrow();
        List<StoredRecord> changed = new ArrayList<>();
        if (held.status() == Status.HELD) {
            StoredRecord accepted = release(tx.connection(), held, at, changed);
            releaseAfter(tx.connection(), accepted, at, changed);
        }
        return fresh(tx.connection(), changed);
    }

    private StoredRecord judged(Connection connection, Arrival arrival) throws SQLException {
        ItemHead head = arrival.item().head();
        Instant effective = head.time().effective(arrival.receivedAt());
        WaitsFor waitsFor = waitsFor(connection, arrival, effective);
        return new StoredRecord(
                head.id(),
                arrival.item().kind(),
                arrival.item().hash(),
                head.personId(),
                head.actingRole(),
                head.communeCode(),
                arrival.villageCode(),
                arrival.groupCode(),
                arrival.loanId(),
                head.visitId(),
                corrected(arrival),
                head.id(),
                effective,
                waitsFor == null ? Status.ACCEPTED : Status.HELD,
                waitsFor,
                waitsFor == null,
                1);
    }

    /** What it stands on: the record it corrects, or the one it takes back. */
    private static @Nullable UUID corrected(Arrival arrival) {
        return arrival.item().payload() instanceof Withdrawal withdrawal
                ? withdrawal.recordId()
                : arrival.item().head().corrects();
    }

    private @Nullable WaitsFor waitsFor(Connection connection, Arrival arrival, Instant effective) throws SQLException {
        if (arrival.lost()) {
            return WaitsFor.REVOKED;
        }
        ItemHead head = arrival.item().head();
        if (!Authority.covers(
                arrival.grants(),
                head.actingRole(),
                DueDates.day(effective),
                arrival.areas(),
                arrival.groupCode(),
                arrival.association())) {
            return WaitsFor.GRANT;
        }
        UUID target = corrected(arrival);
        if (target == null) {
            return null;
        }
        Optional<StoredRecord> original = store.find(connection, target);
        if (original.isEmpty()) {
            // What was refused will never come: the mended record stands for itself and still names it.
            return refusals.was(connection, target, head.personId()) ? null : WaitsFor.ORIGINAL;
        }
        return mayFollow(arrival.item().kind(), head.personId(), original.get());
    }

    private static @Nullable WaitsFor mayFollow(RecordKind kind, UUID author, StoredRecord original) {
        boolean sameKind = kind == RecordKind.WITHDRAWAL || kind == original.kind();
        if (!sameKind || !author.equals(original.personId()) || original.status() == Status.WITHDRAWN) {
            return WaitsFor.PERSON;
        }
        return original.status() == Status.HELD ? WaitsFor.ORIGINAL : null;
    }

    private boolean closesCycle(Connection connection, ItemHead head) throws SQLException {
        if (head.corrects() == null || !store.isFollowed(connection, head.id())) {
            return false;
        }
        Set<UUID> seen = new HashSet<>();
        UUID next = head.corrects();
        while (next != null && seen.add(next)) {
            if (next.equals(head.id())) {
                return true;
            }
            next = store.find(connection, next).map(StoredRecord::corrects).orElse(null);
        }
        return false;
    }

    private static boolean isMore(LoanUseCheck check, @Nullable Long disbursed) {
        return disbursed != null && check.reallyReceived() != null && check.reallyReceived() > disbursed;
    }

    /** A roster brought the loan of a record that was here before it. */
    public void matched(Tx tx, StoredRecord record, @Nullable Long disbursed, Instant at) throws SQLException {
        Payload payload =
                ReadItem.trusted(store.sealed(tx.connection(), record.id())).payload();
        if (payload instanceof LoanUseCheck check && isMore(check, disbursed)) {
            store.note(tx.connection(), record.id(), MORE_THAN_DISBURSED, at);
        }
    }

    private List<String> notes(Connection connection, Arrival arrival, StoredRecord record) throws SQLException {
        List<String> notes = new ArrayList<>();
        Instant wall = arrival.item().head().time().wall();
        if (wall.isAfter(arrival.receivedAt().plus(Duration.ofHours(26)))
                || record.effectiveAt().isBefore(arrival.receivedAt().minus(STRANGE))) {
            notes.add("CLOCK");
        }
        if (record.kind() == RecordKind.LOAN_USE_CHECK && record.loanId() == null) {
            notes.add("LOAN_UNMATCHED");
        }
        if (arrival.item().payload() instanceof LoanUseCheck check && isMore(check, arrival.disbursed())) {
            notes.add(MORE_THAN_DISBURSED);
        }
        if (!arrival.item().body().attachments().isEmpty()
                && store.noteDiffering(connection, record.id(), arrival.receivedAt())) {
            notes.add("ATTACHMENT_DIFFERS");
        }
        if (arrival.moved()) {
            notes.add("ROSTER_CHANGED");
        }
        for (String note : notes) {
            store.note(connection, record.id(), note, arrival.receivedAt());
        }
        return notes;
    }

    /**
     * What an accepted record does to others, those that waited for it and those that waited for them included; whether it
     * did anything.
     */
    private boolean took(
            Connection connection, Payload payload, StoredRecord record, Instant at, List<StoredRecord> changed)
            throws SQLException {
        affect(connection, payload, record, at, changed);
        boolean released = releaseAfter(connection, record, at, changed);
        return record.corrects() != null || payload instanceof CheckSheet || released;
    }

    /** One after the other and not one inside the other: a chain may be as long as somebody likes to make it. */
    private boolean releaseAfter(Connection connection, StoredRecord record, Instant at, List<StoredRecord> changed)
            throws SQLException {
        int before = changed.size();
        Deque<UUID> accepted = new ArrayDeque<>();
        accepted.add(record.id());
        while (!accepted.isEmpty()) {
            UUID id = accepted.remove();
            for (StoredRecord waiting : store.waitingFor(connection, id)) {
                StoredRecord original = store.find(connection, id).orElseThrow();
                WaitsFor still = mayFollow(waiting.kind(), waiting.personId(), original);
                if (still == null) {
                    accepted.add(release(connection, waiting, at, changed).id());
                } else {
                    store.settle(connection, waiting.id(), Status.HELD, still, waiting.originalId(), false);
                    changed.add(waiting);
                }
            }
        }
        return changed.size() > before;
    }

    private void affect(
            Connection connection, Payload payload, StoredRecord record, Instant at, List<StoredRecord> changed)
            throws SQLException {
        if (payload instanceof Withdrawal withdrawal) {
            withdraw(connection, withdrawal.recordId(), at, changed);
        } else if (record.corrects() != null) {
            correct(connection, record, at, changed);
        }
        if (payload instanceof CheckSheet sheet) {
            sheets.closed(connection, record.id(), sheet, at);
        } else if (payload instanceof LoanUseCheck && record.visitId() != null && record.corrects() == null) {
            changed.addAll(sheets.again(connection, record.id(), at));
        }
    }

    private StoredRecord release(Connection connection, StoredRecord held, Instant at, List<StoredRecord> changed)
            throws SQLException {
        store.settle(connection, held.id(), Status.ACCEPTED, null, held.originalId(), true);
        changed.add(held);
        StoredRecord accepted = store.find(connection, held.id()).orElseThrow();
        affect(connection, ReadItem.trusted(store.sealed(connection, held.id())).payload(), accepted, at, changed);
        return accepted;
    }

    /** The record withdrawn counts no more; what it had corrected does again. */
    private void withdraw(Connection connection, UUID target, Instant at, List<StoredRecord> changed)
            throws SQLException {
        Optional<StoredRecord> record = store.find(connection, target);
        if (record.isEmpty() || record.get().status() != Status.ACCEPTED) {
            return;
        }
        UUID original = record.get().originalId();
        store.settle(connection, target, Status.WITHDRAWN, null, original, false);
        changed.add(record.get());
        if (record.get().head()) {
            Optional<StoredRecord> before = stillAccepted(connection, record.get());
            if (before.isPresent()) {
                store.settle(connection, before.get().id(), Status.ACCEPTED, null, original, true);
                changed.add(before.get());
            }
        }
        changed.addAll(sheets.again(connection, original, at));
    }

    /** The newest accepted record among those it corrects, one through the other. */
    private Optional<StoredRecord> stillAccepted(Connection connection, StoredRecord record) throws SQLException {
        Set<UUID> seen = new HashSet<>();
        UUID next = record.corrects();
        while (next != null && seen.add(next)) {
            Optional<StoredRecord> before = store.find(connection, next);
            if (before.isEmpty() || before.get().status() == Status.ACCEPTED) {
                return before;
            }
            next = before.get().corrects();
        }
        return Optional.empty();
    }

    /** The first accepted correction of the head becomes the head; any other is kept beside it. */
    private void correct(Connection connection, StoredRecord correction, Instant at, List<StoredRecord> changed)
            throws SQLException {
        Optional<StoredRecord> corrected = store.find(connection, Objects.requireNonNull(correction.corrects()));
        if (corrected.isEmpty()) {
            changed.addAll(sheets.again(connection, correction.id(), at));
            return;
        }
        StoredRecord target = corrected.get();
        UUID original = target.originalId();
        if (!target.head()) {
            store.settle(connection, correction.id(), Status.ACCEPTED, null, original, false);
            store.note(connection, correction.id(), "FORK", at);
            changed.addAll(sheets.again(connection, original, at));
            return;
        }
        store.settle(connection, target.id(), target.status(), target.waitsFor(), original, false);
        store.settle(connection, correction.id(), Status.ACCEPTED, null, original, true);
        changed.add(target);
        changed.addAll(sheets.again(connection, original, at));
    }

    private List<StoredRecord> fresh(Connection connection, List<StoredRecord> changed) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        changed.forEach(record -> ids.add(record.id()));
        List<StoredRecord> fresh = new ArrayList<>();
        Map<UUID, StoredRecord> found = store.find(connection, ids);
        for (UUID id : ids) {
            fresh.add(Objects.requireNonNull(found.get(id)));
        }
        return fresh;
    }
}
