package vn.sothon.server.loan.importer;

/**
 * The columns that are read; every other column is dropped as it is met, identity numbers, birth dates and home
 * addresses among them.
 */
public enum RosterColumn {
    REPORT_DATE(Content.DATE),
    SEQUENCE(Content.TEXT),
    LOAN_NUMBER(Content.LOAN_NUMBER),
    /** The same number under the heading other reports give it. */
    LOAN_CODE(Content.LOAN_NUMBER),
    CUSTOMER_CODE(10),
    BORROWER_NAME(Content.TEXT),
    SPOUSE_NAME(Content.TEXT),
    PHONE(Content.PHONE),
    GROUP_CODE(7),
    GROUP_NAME(Content.TEXT),
    LEADER_CODE(10),
    LEADER_NAME(Content.TEXT),
    LEADER_PHONE(Content.PHONE),
    ASSOCIATION_CODE(2),
    ASSOCIATION_NAME(Content.TEXT),
    COMMUNE_CODE(5),
    COMMUNE_NAME(Content.TEXT),
    VILLAGE_CODE(8),
    VILLAGE_NAME(Content.TEXT),
    PROGRAMME_CODE(2),
    PROGRAMME_NAME(Content.TEXT),
    PURPOSE(Content.TEXT),
    DISBURSED_AMOUNT(Content.MONEY),
    DISBURSED_ON(Content.DATE),
    DUE_ON(Content.DATE),
    OUTSTANDING(Content.MONEY),
    OVERDUE(Content.MONEY_OR_ZERO),
    OVERDUE_SINCE(Content.DATE),
    FROZEN(Content.MONEY_OR_ZERO),
    FROZEN_UNTIL(Content.DATE),
    INTEREST_ARREARS(Content.ACCRUED_MONEY),
    SAVINGS(Content.MONEY_OR_ZERO),
    SAVINGS_BOOK(Content.TEXT),
    STATUS(Content.STATUS),
    LAST_TRANSACTION_ON(Content.DATE),
    MEMBERS(Content.COUNT);

    enum Content {
        TEXT,
        CODE,
        LOAN_NUMBER,
        PHONE,
        DATE,
        MONEY,
        /** An empty cell means nothing is owed or saved. */
        MONEY_OR_ZERO,
        /** Interest is computed and may carry a fraction of a dong. */
        ACCRUED_MONEY,
        STATUS,
        COUNT
    }

    private final Content content;
    private final int width;

    RosterColumn(Content content) {
        this.content = content;
        this.width = 0;
    }

    /** A code of so many digits, whose leading zeros a numeric cell forgets. */
    RosterColumn(int width) {
        this.content = Content.CODE;
        this.width = width;
    }

    Content content() {
        return content;
    }

    int width() {
        return width;
    }
}
