package vn.sothon.server.loan.importer;

/** What the bank says of a loan; {@link #UNKNOWN} where the roster is silent or uses a word not known. */
public enum LoanStatus {
    OPEN,
    CLOSED,
    UNKNOWN
}
