package vn.sothon.model.alert;

/** What an alert can be about; the name is the code that travels. */
public enum AlertRule {
    /** Money of a loan was used for something else. */
    PURPOSE_MISUSED,
    /** A borrower really received less than was paid out: somebody else may have the rest. */
    RECEIVED_LESS,
    /** The borrower has left. */
    ABSCONDED,
    /** A debt is at risk through no fault of the borrower. */
    DEBT_AT_RISK,
    /** A group's leader keeps members' money. */
    MISAPPROPRIATION,
    /** New loans of a group are to be checked within days. */
    CHECKS_DUE_SOON,
    /** Checks of a group fell due in one week and were not made. */
    CHECKS_LATE,
    /** Checks of a group that were late before the commune started. */
    CHECKS_BACKLOG,
    /** Nobody has inspected the group this year. */
    GROUP_UNCHECKED,
    /** A recommendation is past its deadline. */
    RECOMMENDATION_LATE,
    /** A record has been without a plan task for long. */
    RECORD_UNTIED,
    /** A report that a plan asks for is due. */
    REPORT_DUE,
    /** A phone with work due has not been heard of. */
    PHONE_SILENT,
    /** What is stored is not what was sealed. */
    LOG_BROKEN
}
