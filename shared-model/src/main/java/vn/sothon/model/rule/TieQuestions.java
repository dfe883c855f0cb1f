package vn.sothon.model.rule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;

/** Reads off a record what the tie asks; phone and server read the same. */
public final class TieQuestions {
    private TieQuestions() {}

    /**
     * The question a record puts.
     *
     * @param areas codes of the places the record lies in, most local first
     */
    public static TieQuestion of(
            @Nullable UUID recordId,
            RecordKind kind,
            ActingRole author,
            Payload payload,
            LocalDate day,
            List<String> areas,
            @Nullable UUID chosenTaskId) {
        return new TieQuestion(
                recordId, kind, author, subject(payload), visit(payload), findings(payload), day, areas, chosenTaskId);
    }

    private static RecordSubject subject(Payload payload) {
        if (payload instanceof MonitoringMinutes minutes) {
            return minutes.subject();
        }
        RecordSubject said = payload instanceof LoanUseCheck check ? check.subject() : null;
        return said == null ? RecordSubject.LOAN : said;
    }

    private static @Nullable VisitKind visit(Payload payload) {
        if (payload instanceof MonitoringMinutes minutes) {
            return minutes.visit();
        }
        return payload instanceof LoanUseCheck check ? check.visit() : null;
    }

    private static Set<FindingCode> findings(Payload payload) {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        if (payload instanceof MonitoringMinutes minutes) {
            add(minutes.findings(), codes);
        } else if (payload instanceof LoanUseCheck check) {
            add(check.findings(), codes);
        }
        return codes;
    }

    private static void add(List<Finding> findings, Set<FindingCode> codes) {
        for (Finding finding : findings) {
            codes.add(finding.code());
        }
    }
}
