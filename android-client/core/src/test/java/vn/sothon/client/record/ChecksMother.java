package vn.sothon.client.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft.About;
import vn.sothon.client.record.Draft.Acting;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;

/** Makes honest checks for tests. */
public final class ChecksMother {
    public static final long DISBURSED = 50_000_000;

    private ChecksMother() {}

    public static Draft aCheck(UUID id) {
        return aCheck(id, UUID.randomUUID(), 0);
    }

    public static Draft aCheck(UUID id, UUID visitId, long misused) {
        return Draft.of(id, RecordKind.LOAN_USE_CHECK, acting(visitId), aLoan(), checked(DISBURSED, misused));
    }

    public static Draft anAttempt(UUID id, UUID visitId) {
        return Draft.of(id, RecordKind.LOAN_USE_CHECK, acting(visitId), aLoan(), answers(Outcome.NOT_AT_HOME, null, 0));
    }

    public static Acting acting(@Nullable UUID visitId) {
        return new Acting(ActingRole.VILLAGE_HEAD, "000101", "00010101", visitId);
    }

    public static About aLoan() {
        return new About(
                "0001011",
                UUID.randomUUID(),
                null,
                new SeenLoan("A", "01", DISBURSED, null, DISBURSED, "a cow", "Group 1", null));
    }

    public static LoanUseCheck checked(long received, long misused) {
        return answers(Outcome.CHECKED, received, misused);
    }

    public static AttachmentRef photo(String sha256, long bytes) {
        return new AttachmentRef(sha256, "image/jpeg", bytes, AttachmentRef.Role.PHOTO);
    }

    private static LoanUseCheck answers(Outcome outcome, @Nullable Long received, long misused) {
        boolean checked = received != null;
        return new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                outcome,
                null,
                null,
                List.of(),
                null,
                received,
                received,
                checked ? "a cow" : null,
                received != null ? Long.valueOf(received - misused) : null,
                checked ? Long.valueOf(misused) : null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }
}
