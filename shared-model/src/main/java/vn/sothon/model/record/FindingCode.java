package vn.sothon.model.record;

/** What a check or a monitoring visit can find. */
public enum FindingCode {
    MISUSE,
    PARTIAL_MISUSE,
    NOT_FULLY_RECEIVED,
    PROXY_BORROWING,
    MISAPPROPRIATION,
    ABSCONDED,
    DECEASED_OR_MISSING,
    INTEREST_ARREARS,
    OVERDUE,
    FROZEN,
    OBJECTIVE_RISK,
    BUSINESS_LOSS,
    UNWILLING_TO_PAY,
    WRONG_ELIGIBILITY,
    RECORDS_MISSING,
    UNLAWFUL_FEE,
    GROUP_IRREGULAR,
    OTHER
}
