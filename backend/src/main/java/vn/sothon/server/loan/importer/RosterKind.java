package vn.sothon.server.loan.importer;

/** The bank's reports a roster can be, named by what they list and the number of their form. */
public enum RosterKind {
    /** Credit file in detail, customers with savings only included. */
    CREDIT_FILE_31(true),
    /** Detailed statement of loans. */
    STATEMENT_10(false),
    GROUP_LEADERS_12(false),
    /** Loans without a transaction for some months. */
    INACTIVE_14(false),
    OVERDUE_2(false),
    FROZEN_13(false);

    private final boolean full;

    RosterKind(boolean full) {
        this.full = full;
    }

    /** Whether a loan that such a roster does not name can be taken as gone from the bank's books. */
    public boolean isFull() {
        return full;
    }

    public boolean listsLoans() {
        return this != GROUP_LEADERS_12;
    }
}
