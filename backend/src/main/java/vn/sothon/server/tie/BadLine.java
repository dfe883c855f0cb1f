package vn.sothon.server.tie;

/** A line of a records file that asks nothing that can be answered. */
final class BadLine extends Exception {
    /** Stable, for scripts that read the complaint. */
    enum Code {
        NOT_UTF8,
        TOO_LONG,
        MALFORMED_JSON,
        NOT_AN_OBJECT,
        MISSING_FIELD,
        WRONG_TYPE,
        UNKNOWN_CODE,
        BAD_DATE
    }

    private final Code code;

    BadLine(Code code, String what) {
        super(what);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** The field, and the value where one was there. */
    String what() {
        String what = getMessage();
        return what == null ? "" : what;
    }
}
