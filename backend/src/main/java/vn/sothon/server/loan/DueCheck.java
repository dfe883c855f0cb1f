package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid5;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.ledger.FeedChange;

/** A check that a loan owes, or owed. */
record DueCheck(UUID id, UUID loanId, Kind kind, LocalDate dueOn, @Nullable UUID doneBy, long version) {
    enum Kind {
        /** The first, soon after the money was paid out. */
        POST_DISBURSEMENT,
        /** Nothing was paid for some months. */
        INACTIVE
    }

    /** What gave rise to it tells it from others of its kind: the day of the disbursement, of the last transaction. */
    static UUID id(UUID loanId, Kind kind, LocalDate since) {
        return Uuid5.of(loanId, kind + " " + since);
    }

    boolean isOpen() {
        return doneBy == null;
    }

    boolean isOpen(Kind wanted) {
        return kind == wanted && isOpen();
    }

    DueCheck dueOn(LocalDate day) {
        return new DueCheck(id, loanId, kind, day, doneBy, version + 1);
    }

    DueCheck again() {
        return dueOn(dueOn);
    }

    /** It is seen where its loan is. */
    FeedChange feedRow(StoredLoan loan) {
        Views.Obligation view = new Views.Obligation(id, loanId, kind.name(), dueOn, doneBy);
        return FeedChange.at(
                loan.commune(),
                Pull.Type.obligation,
                id.toString(),
                version,
                loan.village(),
                loan.group(),
                Json.write(view));
    }
}
