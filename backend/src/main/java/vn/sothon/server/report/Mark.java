package vn.sothon.server.report;

import java.util.Set;

/** What is counted; a finding is counted under {@link #FOUND} and its code. */
final class Mark {
    /** A loan-use check or minutes: the head of its line, accepted. */
    static final String RECORDS = "RECORDS";
    /** A loan-use check whose borrower was met. */
    static final String CHECKS = "CHECKS";
    /** A loan-use check that ended at a closed door, a refusal, a move. */
    static final String ATTEMPTS = "ATTEMPTS";

    static final String MINUTES = "MINUTES";
    static final String FOUND = "FOUND:";

    /** A check that a loan owes, or that the year's plan asked for. */
    static final String DUE = "DUE";

    static final String CHECKED = "CHECKED";
    /** Checked on its due day or before. */
    static final String CHECKED_IN_TIME = "CHECKED_IN_TIME";
    /** Owed and not made; late after its day. */
    static final String UNCHECKED = "UNCHECKED";
    /** Of those owed, inspections of whole groups. */
    static final String GROUP_DUE = "GROUP_DUE";
    /** Of the inspections of groups, those made. */
    static final String GROUP_CHECKED = "GROUP_CHECKED";
    /** The loan was closed before its check was made. */
    static final String LAPSED = "LAPSED";

    static final String RECOMMENDED = "RECOMMENDED";
    static final String RECOMMENDATION_OPEN = "RECOMMENDATION_OPEN";
    static final String RECOMMENDATION_CLOSED = "RECOMMENDATION_CLOSED";

    /** Owed by a loan or a group, not by a task. */
    private static final Set<String> WITHOUT_TASK = Set.of(DUE, GROUP_DUE, UNCHECKED, LAPSED);

    private static final Set<String> DATED = Set.of(UNCHECKED, RECOMMENDATION_OPEN);

    private Mark() {}

    static boolean isOfATask(String mark) {
        return !WITHOUT_TASK.contains(mark);
    }

    /** Whether it turns late with time alone, so that the day must be kept beside the count. */
    static boolean isDated(String mark) {
        return DATED.contains(mark);
    }
}
