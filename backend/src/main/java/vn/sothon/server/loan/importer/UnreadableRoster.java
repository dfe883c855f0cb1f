package vn.sothon.server.loan.importer;

/** The file as a whole cannot be a roster; nothing of it was read. The code is stable, the detail is for the log. */
public final class UnreadableRoster extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Code {
        NOT_FOUND,
        EMPTY,
        TOO_LARGE,
        /** Inflates to more than any roster would. */
        ZIP_BOMB,
        TOO_MANY_ROWS,
        /** The .xls of old, or a workbook locked by a password. */
        OLD_OR_LOCKED_WORKBOOK,
        NOT_A_ROSTER_FILE,
        NOT_UTF8,
        /** A document type declaration: no spreadsheet program writes one. */
        FORBIDDEN_XML,
        BROKEN,
        /** No row of headings that any known report would have. */
        NO_HEADINGS
    }

    private final Code code;

    UnreadableRoster(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    UnreadableRoster(Code code, String detail, Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
