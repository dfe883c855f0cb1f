package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Decisions;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.record.StoredRecord.Status;
import vn.sothon.server.record.StoredRecord.WaitsFor;
import vn.sothon.server.sync.push.LoanMatching;

/** What a person decides about records that wait; every decision stands in the log. */
@Singleton
public class QueueDecisions {
    private final QueueDesk desk;
    private final WaitingQueue queue;
    private final Writer writer;
    private final RecordStore records;
    private final LoanMatching matching;
    private final LoanBook loans;
    private final Decisions decisions;
    private final ServerClock clock;

    QueueDecisions(
            QueueDesk desk,
            WaitingQueue queue,
            Writer writer,
            RecordStore records,
            LoanMatching matching,
            LoanBook loans,
            Decisions decisions,
            ServerClock clock) {
        this.desk = desk;
        this.queue = queue;
        this.writer = writer;
        this.records = records;
        this.matching = matching;
        this.loans = loans;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The document of a decision about a record. */
    record Document(
            @JsonProperty("recordId") UUID recordId,
            @JsonProperty("hash") String hash,
            @JsonProperty("loanId") @Nullable UUID loanId,
            @JsonProperty("reason") @Nullable String reason) {}

    /**
     * Takes the responsibility for a held record: it counts from now on.
     *
     * @throws AdminRefused {@code NOT_HELD}, {@code ORIGINAL_MISSING}
     */
    public int admit(Scope scope, UUID recordId, String reason) {
        StoredRecord held = desk.require(scope, recordId);
        if (held.waitsFor() == WaitsFor.ORIGINAL) {
            throw new AdminRefused("ORIGINAL_MISSING", "It corrects a record that has not come.");
        }
        return writer.write(tx -> {
            int changed = queue.admit(tx, recordId);
            decisions.record(
                    tx,
                    held.communeCode(),
                    "ADMIT",
                    recordId.toString(),
                    scope.personId(),
                    new Document(recordId, held.hash(), null, reason));
            return changed;
        });
    }

    /** Says which of several corrections of one record counts: this one. */
    public int choose(Scope scope, UUID recordId, String reason) {
        StoredRecord chosen = desk.require(scope, recordId);
        return writer.write(tx -> {
            int changed = queue.choose(tx, recordId, reason);
            decisions.record(
                    tx,
                    chosen.communeCode(),
                    "CHOOSE",
                    recordId.toString(),
                    scope.personId(),
                    new Document(recordId, chosen.hash(), null, reason));
            return changed;
        });
    }

    /** Leaves a held record where it is, out of the queue: it is kept and does not count. */
    public void setAside(Scope scope, UUID recordId, String reason) {
        StoredRecord held = desk.require(scope, recordId);
        writer.write(tx -> {
            boolean still = records.find(tx.connection(), recordId)
                    .filter(record -> record.status() == Status.HELD)
                    .isPresent();
            if (!still) {
                throw new AdminRefused("NOT_HELD", "No record of that id is held.");
            }
            return decisions.record(
                    tx,
                    held.communeCode(),
                    QueueDesk.SET_ASIDE,
                    recordId.toString(),
                    scope.personId(),
                    new Document(recordId, held.hash(), null, reason));
        });
    }

    /**
     * Says that a person has looked at what a note says: it leaves the queue, and the note stays with the record.
     *
     * @throws AdminRefused {@code NOT_WAITING}
     */
    public void seen(Scope scope, UUID recordId, String note, String reason) {
        StoredRecord record = desk.require(scope, recordId);
        writer.write(tx -> {
            if (!QueueDesk.NOTES.contains(note)
                    || !records.notes(tx.connection(), recordId).contains(note)) {
                throw new AdminRefused("NOT_WAITING", "The record has no such note to look at.");
            }
            return decisions.record(
                    tx,
                    record.communeCode(),
                    "SEEN_" + note,
                    recordId.toString(),
                    scope.personId(),
                    new Document(recordId, record.hash(), null, reason));
        });
    }

    /**
     * Says which loan a record is about.
     *
     * @throws AdminRefused {@code NOT_UNMATCHED}, {@code UNKNOWN_LOAN}
     */
    public void match(Scope scope, UUID recordId, UUID loanId, String reason) {
        StoredRecord record = desk.require(scope, recordId);
        LoanBook.Entry loan = loans.one(scope, loanId)
                .filter(found -> found.communeCode().equals(record.communeCode()))
                .orElseThrow(
                        () -> new AdminRefused("UNKNOWN_LOAN", "No loan of that id lies in the record's commune."));
        writer.write(tx -> {
            boolean unmatched = records.find(tx.connection(), recordId)
                            .filter(found -> found.loanId() == null)
                            .isPresent()
                    && records.notes(tx.connection(), recordId).contains("LOAN_UNMATCHED");
            if (!unmatched) {
                throw new AdminRefused("NOT_UNMATCHED", "The record has its loan by now.");
            }
            matching.match(tx, recordId, loanId, loan.groupCode(), clock.now());
            return decisions.record(
                    tx,
                    record.communeCode(),
                    "MATCH_LOAN",
                    recordId.toString(),
                    scope.personId(),
                    new Document(recordId, record.hash(), loanId, reason));
        });
    }
}
