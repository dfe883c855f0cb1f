package vn.sothon.client.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.task.WorkList;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.loan.Views;
import vn.sothon.model.rule.DueDates;

/** What a credit officer looks at first: money that did not go where it should, and how long there is to report it. */
public final class MisuseList {
    private static final Set<String> RULES =
            EnumSet.of(AlertRule.PURPOSE_MISUSED, AlertRule.RECEIVED_LESS, AlertRule.MISAPPROPRIATION).stream()
                    .map(Enum::name)
                    .collect(Collectors.toSet());

    private MisuseList() {}

    /**
     * One finding.
     *
     * @param borrower null: no roster on this phone knows the loan
     * @param deadline the last working day on which it is reported in time
     * @param daysLeft working days until then; negative: too late by so many
     */
    public record Line(AlertItem alert, @Nullable String borrower, LocalDate deadline, int daysLeft) {}

    /** Those not settled yet, the most urgent first. */
    public static List<Line> of(WorkList work, AlertInbox inbox, LocalDate today) {
        int allowed = work.policy(today).findingToChairWorkingDays();
        List<Line> lines = new ArrayList<>();
        List<Views.Loan> loans = work.loans();
        for (AlertItem alert : inbox.all()) {
            if (RULES.contains(alert.view().rule()) && alert.state() != AlertState.RESOLVED) {
                LocalDate deadline = WorkingDays.after(DueDates.day(alert.view().openedAt()), allowed);
                lines.add(new Line(
                        alert, borrower(loans, alert.view().loanId()), deadline, WorkingDays.left(today, deadline)));
            }
        }
        lines.sort(Comparator.comparing(Line::deadline)
                .thenComparing(line -> line.alert().state())
                .thenComparing(line -> line.alert().id()));
        return lines;
    }

    private static @Nullable String borrower(List<Views.Loan> loans, @Nullable UUID id) {
        return loans.stream()
                .filter(loan -> loan.id().equals(id))
                .map(Views.Loan::borrowerName)
                .findFirst()
                .orElse(null);
    }
}
