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
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.RecordKind;

/** Makes questions for tests: a record of village 00001-01 in commune 00001 of province 51. */
final class Questions {
    private final ActingRole author;
    private final RecordSubject subject;
    private @Nullable VisitKind visit;
    private final Set<FindingCode> findings = EnumSet.noneOf(FindingCode.class);
    private @Nullable UUID chosen;
    private LocalDate day = LocalDate.of(2026, 3, 2);

    private Questions(ActingRole author, RecordSubject subject) {
        this.author = author;
        this.subject = subject;
    }

    static Questions by(ActingRole author, RecordSubject subject) {
        return new Questions(author, subject);
    }

    Questions on(VisitKind kind) {
        visit = kind;
        return this;
    }

    Questions on(LocalDate checked) {
        day = checked;
        return this;
    }

    Questions finding(FindingCode... codes) {
        findings.addAll(List.of(codes));
        return this;
    }

    Questions choosing(UUID task) {
        chosen = task;
        return this;
    }

    TieQuestion ask() {
        return new TieQuestion(
                null,
                subject == RecordSubject.LOAN ? RecordKind.LOAN_USE_CHECK : RecordKind.MONITORING_MINUTES,
                author,
                subject,
                visit,
                findings,
                day,
                List.of("00001-01", "00001", "51"),
                chosen);
    }
}
