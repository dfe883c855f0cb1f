package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.loan.DueCheck.Kind;
import vn.sothon.server.loan.importer.RosterColumn;

/**
 * Which checks a loan owes on a day. Pure: the same loan and the same checks give the same answer.
 *
 * @param day the day the roster speaks of
 * @param rosterBefore the day of each commune's last roster; whatever was paid out since is owed a check, even when a
 *     month's roster was left out
 */
record DueCheckRules(CheckPolicies.InForce inForce, LocalDate day, Map<String, LocalDate> rosterBefore) {

    /** What has to be written so that a loan owes what it should. */
    record Changes(List<DueCheck> put, List<DueCheck> withdrawn) {
        boolean isEmpty() {
            return put.isEmpty() && withdrawn.isEmpty();
        }

        int size() {
            return put.size() + withdrawn.size();
        }
    }

    Changes changes(StoredLoan loan, List<DueCheck> existing) {
        List<DueCheck> put = new ArrayList<>();
        List<DueCheck> withdrawn = new ArrayList<>();
        // What a closed loan owed stays for a person to look at.
        if (loan.open()) {
            afterDisbursement(loan, existing, put);
            whileInactive(loan, existing, put, withdrawn);
        }
        return new Changes(put, withdrawn);
    }

    private void afterDisbursement(StoredLoan loan, List<DueCheck> existing, List<DueCheck> put) {
        LocalDate paidOut = loan.day(RosterColumn.DISBURSED_ON);
        if (paidOut == null) {
            return;
        }
        LocalDate due = DueDates.postDisbursement(paidOut, policy());
        for (DueCheck check : existing) {
            if (check.isOpen(Kind.POST_DISBURSEMENT)) {
                if (!check.dueOn().equals(due)) {
                    put.add(check.dueOn(due));
                }
                return;
            }
        }
        UUID id = DueCheck.id(loan.id(), Kind.POST_DISBURSEMENT, paidOut);
        if (!paidOut.isBefore(firstDisbursement(loan.commune())) && lacks(existing, id)) {
            put.add(new DueCheck(id, loan.id(), Kind.POST_DISBURSEMENT, due, null, 1));
        }
    }

    private LocalDate firstDisbursement(String commune) {
        LocalDate window = day.minusDays(policy().postDisbursementDays());
        LocalDate before = rosterBefore.get(commune);
        return before != null && before.isBefore(window) ? before : window;
    }

    private void whileInactive(StoredLoan loan, List<DueCheck> existing, List<DueCheck> put, List<DueCheck> withdrawn) {
        LocalDate last = lastTransaction(loan);
        UUID id = last == null ? null : DueCheck.id(loan.id(), Kind.INACTIVE, last);
        // Only a newer transaction ends the silence, never an earlier day: a roster tells of days already judged.
        for (DueCheck check : existing) {
            if (check.isOpen(Kind.INACTIVE) && !check.id().equals(id)) {
                withdrawn.add(check);
            }
        }
        if (last == null || id == null) {
            return;
        }
        LocalDate from = last.plusMonths(policy().inactiveMonths());
        if (!last.isAfter(day.minusMonths(policy().inactiveMonths())) && lacks(existing, id)) {
            // What was late before the commune started is due with the rest of the month, not overdue at once.
            LocalDate due = (from.isBefore(day) ? day : from).plusDays(policy().postDisbursementDays());
            put.add(new DueCheck(id, loan.id(), Kind.INACTIVE, due, null, 1));
        }
    }

    /** Null for loans whose silence is nobody's concern. */
    private @Nullable LocalDate lastTransaction(StoredLoan loan) {
        LocalDate last = loan.day(RosterColumn.LAST_TRANSACTION_ON);
        Long frozen = loan.money(RosterColumn.FROZEN);
        String programme = loan.text(RosterColumn.PROGRAMME_CODE);
        boolean excepted = (frozen != null && frozen > 0)
                || (programme != null && inForce.quietProgrammes().contains(programme));
        return excepted ? null : last;
    }

    private CheckPolicy policy() {
        return inForce.policy();
    }

    private static boolean lacks(List<DueCheck> existing, UUID id) {
        return existing.stream().noneMatch(check -> check.id().equals(id));
    }
}
