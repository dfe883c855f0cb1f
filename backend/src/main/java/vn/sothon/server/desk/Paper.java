package vn.sothon.server.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.PaperOrigin;

/** What was typed from a paper. Money in whole đồng. */
public sealed interface Paper {
    /** Made with the form, so that the same form sent twice is typed in once. */
    UUID id();

    PaperOrigin origin();

    /**
     * Sheet 06/TD of a group, filled by hand.
     *
     * @param id becomes the closing sheet's id
     */
    record Sheet(
            UUID id,
            PaperOrigin origin,
            String groupCode,
            VisitKind visit,
            @Nullable String checkingBody,
            List<Inspector> inspectors,
            @Nullable String place,
            List<Row> rows,
            @Nullable String planOfUse,
            @Nullable String measures)
            implements Paper {
        public Sheet {
            inspectors = List.copyOf(inspectors);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of a sheet.
     *
     * @param loanNumber 16 digits, where no roster knows the loan
     */
    record Row(
            @Nullable UUID loanId,
            @Nullable String loanNumber,
            Outcome outcome,
            @Nullable Long reallyReceived,
            @Nullable Long realOutstanding,
            @Nullable String usedFor,
            @Nullable Long properAmount,
            @Nullable Long misusedAmount,
            @Nullable Long interestOwed,
            @Nullable String effect,
            List<Finding> findings) {
        public Row {
            findings = List.copyOf(findings);
        }
    }

    /** Minutes on any of the forms. */
    record Minutes(
            UUID id,
            PaperOrigin origin,
            MonitoringMinutes.Form form,
            RecordSubject subject,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String place,
            List<Inspector> team,
            @Nullable String content,
            @Nullable String strengths,
            @Nullable String shortcomings,
            List<Wanted> recommendations,
            List<Finding> findings)
            implements Paper {
        public Minutes {
            team = List.copyOf(team);
            recommendations = List.copyOf(recommendations);
            findings = List.copyOf(findings);
        }
    }

    /** A recommendation as the paper words it. */
    record Wanted(String text, @Nullable LocalDate deadline, @Nullable String responsible) {}
}
