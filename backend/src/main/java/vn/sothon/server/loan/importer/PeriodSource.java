package vn.sothon.server.loan.importer;

/** Where the day that a roster speaks of was read. */
public enum PeriodSource {
    COLUMN,
    TITLE,
    FILE_NAME,
    /** A person was asked, since the file does not say. */
    PERSON
}
