package vn.sothon.app.ui.minutes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sothon.app.R;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.ChecklistAnswer.Answer;
import vn.sothon.model.record.ChecklistAnswer.Item;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.Signatory;

/** Codes in the words of the field. */
final class MinutesWords {
    static final List<Form> FORMS = List.of(Form.VILLAGE, Form.GROUP_16TD);
    static final List<RecordSubject> SUBJECTS = List.of(RecordSubject.VILLAGE, RecordSubject.LOAN, RecordSubject.DEBT);
    static final List<VisitKind> VISITS = List.of(VisitKind.SCHEDULED, VisitKind.SURPRISE, VisitKind.SUMMARY);

    /** What a village sees of itself; the rest is found at a borrower's or in a group's books. */
    static final List<FindingCode> ASKED = List.of(
            FindingCode.ABSCONDED,
            FindingCode.OBJECTIVE_RISK,
            FindingCode.WRONG_ELIGIBILITY,
            FindingCode.MISUSE,
            FindingCode.PROXY_BORROWING,
            FindingCode.OVERDUE,
            FindingCode.UNLAWFUL_FEE,
            FindingCode.OTHER);

    private static final Set<Item> WRONG_IF_YES = EnumSet.of(
            Item.FEES_WRONGLY_COLLECTED,
            Item.PRINCIPAL_WRONGLY_COLLECTED,
            Item.PROXY_BORROWING,
            Item.MISAPPROPRIATION,
            Item.BOOKS_KEPT_FOR_BORROWERS,
            Item.ARREARS_OVERDUE_MISUSE,
            Item.ABSCONDED_BORROWERS);

    private MinutesWords() {}

    /** Whether that answer is what a good group would have. */
    static boolean isGood(Item item, Answer answer) {
        return answer == (WRONG_IF_YES.contains(item) ? Answer.NO : Answer.YES);
    }

    static int form(Form form) {
        return switch (form) {
            case GROUP_16TD -> R.string.minutes_group;
            case ASSOCIATION_02BB -> R.string.kind_minutes;
            case VILLAGE -> R.string.minutes_village;
        };
    }

    static int subject(RecordSubject subject) {
        return switch (subject) {
            case LOAN -> R.string.subject_loan;
            case DEBT -> R.string.subject_debt;
            case GROUP -> R.string.minutes_group;
            case VILLAGE, COMMUNE -> R.string.subject_village;
        };
    }

    static int visit(VisitKind visit) {
        return switch (visit) {
            case POST_DISBURSEMENT, SCHEDULED -> R.string.visit_scheduled;
            case SURPRISE -> R.string.visit_surprise;
            case SUMMARY -> R.string.visit_summary;
        };
    }

    /** A plain yes to a question with a "not" in it would be read both ways. */
    static int answer(Item item, Answer answer) {
        boolean denied = item == Item.BOARD_NOT_RELATED;
        return switch (answer) {
            case YES -> denied ? R.string.answer_right : R.string.answer_yes;
            case NO -> denied ? R.string.answer_wrong : R.string.answer_no;
            case NOT_SEEN -> R.string.answer_not_seen;
        };
    }

    static int item(Item item) {
        return switch (item) {
            case ADJOINING_HOUSEHOLDS -> R.string.item_adjoining;
            case MEMBERS_5_TO_60 -> R.string.item_members;
            case BOARD_NOT_RELATED -> R.string.item_board;
            case REGULAR_MEETINGS -> R.string.item_meetings;
            case PUBLIC_APPRAISAL -> R.string.item_appraisal;
            case TRANSACTIONS_AT_POINT -> R.string.item_transactions;
            case FEES_WRONGLY_COLLECTED -> R.string.item_fees;
            case PRINCIPAL_WRONGLY_COLLECTED -> R.string.item_principal;
            case PROXY_BORROWING -> R.string.item_proxy;
            case MISAPPROPRIATION -> R.string.item_misappropriation;
            case BOOKS_KEPT_FOR_BORROWERS -> R.string.item_books;
            case RECEIPTS_GIVEN -> R.string.item_receipts;
            case BALANCES_RECONCILED -> R.string.item_balances;
            case ARREARS_OVERDUE_MISUSE -> R.string.item_arrears;
            case ABSCONDED_BORROWERS -> R.string.item_absconded;
            case FILES_KEPT -> R.string.item_files;
        };
    }

    /** The question of the page, or the line in the summary. */
    static int sign(Signatory.As as, boolean asked) {
        return switch (as) {
            case GROUP_LEADER -> asked ? R.string.ask_sign_leader : R.string.label_sign_leader;
            case WITNESS -> asked ? R.string.ask_sign_witness : R.string.label_sign_witness;
            case CHAIR -> asked ? R.string.ask_sign_chair : R.string.label_sign_chair;
            case SECRETARY -> asked ? R.string.ask_sign_secretary : R.string.label_sign_secretary;
            default -> asked ? R.string.ask_sign_head : R.string.label_sign_head;
        };
    }
}
