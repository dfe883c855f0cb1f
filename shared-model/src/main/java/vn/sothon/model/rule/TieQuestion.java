package vn.sothon.model.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.RecordKind;

/**
 * What the tie needs to know of a record.
 *
 * @param recordId only carried along
 * @param subject what was checked
 * @param visit why the visit was made; null where the record does not say
 * @param day the day of the check, in Viet Nam
 * @param areas codes of the places the record lies in, most local first: village, commune, province
 * @param chosenTaskId the task its author chose; null leaves it to the rule
 */
public record TieQuestion(
        @Nullable UUID recordId,
        RecordKind kind,
        ActingRole author,
        RecordSubject subject,
        @Nullable VisitKind visit,
        Set<FindingCode> findings,
        LocalDate day,
        List<String> areas,
        @Nullable UUID chosenTaskId) {

    public TieQuestion {
        findings = Set.copyOf(findings);
        areas = List.copyOf(areas);
    }
}
