package vn.sothon.server.loan.importer;

/** A row of a sheet or of a .csv file; valid until the next one is asked for. */
interface SourceRow {
    /** As the spreadsheet shows it, from 1. */
    int number();

    int width();

    /** Blank where the row is shorter than that. */
    SheetCell cell(int index);
}
