package vn.sothon.phones;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.LoanUseCheck.Outcome;

/**
 * What a headless phone's person answers about one loan; the rest of the form follows.
 *
 * @param received null where nobody could be asked
 */
public record CheckAnswers(
        VisitKind visit,
        Outcome outcome,
        @Nullable Long received,
        long misused,
        @Nullable String usedFor,
        @Nullable String effect,
        @Nullable String note,
        List<Finding> findings,
        String inspector) {

    public CheckAnswers {
        findings = List.copyOf(findings);
    }

    public LoanUseCheck form() {
        boolean checked = outcome == Outcome.CHECKED && received != null;
        long whole = received == null ? 0 : received;
        return new LoanUseCheck(
                visit,
                outcome,
                null,
                null,
                List.of(new Inspector(inspector, null)),
                null,
                checked ? Long.valueOf(whole) : null,
                null,
                checked ? usedFor : null,
                checked ? Long.valueOf(whole - misused) : null,
                checked ? Long.valueOf(misused) : null,
                effect,
                null,
                null,
                null,
                withMisuse(),
                note,
                List.of());
    }

    private List<Finding> withMisuse() {
        List<Finding> all = new ArrayList<>(findings);
        boolean named =
                all.stream().anyMatch(f -> f.code() == FindingCode.MISUSE || f.code() == FindingCode.PARTIAL_MISUSE);
        if (misused > 0 && !named) {
            boolean wholly = received != null && misused == received;
            all.add(Finding.of(wholly ? FindingCode.MISUSE : FindingCode.PARTIAL_MISUSE));
        }
        return all;
    }
}
