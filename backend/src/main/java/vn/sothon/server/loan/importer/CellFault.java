package vn.sothon.server.loan.importer;

/** Why a cell could not be read. Stackless, since a column of bad cells may throw it thirty thousand times. */
final class CellFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final RosterProblem.Code code;
    private final String text;

    CellFault(RosterProblem.Code code, String text) {
        super(code.name(), null, false, false);
        this.code = code;
        this.text = text;
    }

    RosterProblem.Code code() {
        return code;
    }

    String text() {
        return text;
    }
}
