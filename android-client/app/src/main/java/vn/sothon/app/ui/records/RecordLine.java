package vn.sothon.app.ui.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordState;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.TieView;

/**
 * One sealed record as its author sees it.
 *
 * @param about the borrower, or the loan's number
 * @param missing photos the commune still waits for
 * @param tie the plan task it counts for, once the commune has said so
 * @param problems why it was refused
 * @param mended a correction of it was sealed
 */
record RecordLine(
        UUID id,
        RecordKind kind,
        @Nullable String about,
        Instant sealedAt,
        RecordState state,
        int missing,
        @Nullable TieView tie,
        List<Problem> problems,
        boolean mended) {

    static RecordLine of(BookedRecord record, boolean mended) {
        ReadItem read = ReadItem.trusted(record.item());
        SeenLoan seen = read.body().seen();
        String name = seen == null ? null : seen.memberName();
        return new RecordLine(
                record.id(),
                record.kind(),
                name == null ? read.body().loanNumber() : name,
                record.sealedAt(),
                record.state(),
                record.missing(),
                record.answer() == null ? null : record.answer().tie(),
                record.answer() == null ? List.of() : record.answer().problems(),
                mended);
    }

    /** Whether the person can mend it by a new record. */
    boolean canBeMended() {
        return state == RecordState.REJECTED && !kind.isAct() && kind != RecordKind.WITHDRAWAL && !mended;
    }
}
