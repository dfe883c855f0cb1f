package vn.sothon.server.plan.importer;

import org.jspecify.annotations.Nullable;

/** The file is no plan that can be read; says what was expected and where. Nothing is stored. */
public final class UnreadablePlan extends Exception {
    /** A stable code, to be rendered by whoever shows it. */
    public enum Code {
        FILE_NOT_FOUND,
        EMPTY,
        NOT_TEXT,
        UNKNOWN_FORMAT,
        /** Opens with a password only. */
        PROTECTED,
        /** Pictures of pages: no machine reads them here, a person types the plan. */
        SCAN_WITHOUT_TEXT,
        TOO_LARGE,
        DAMAGED,
        TITLE_NOT_FOUND,
        TASKS_NOT_FOUND,
        TABLE_WITHOUT_ROWS
    }

    private final Code code;
    private final String expected;
    private final @Nullable Integer line;

    UnreadablePlan(Code code, String expected, @Nullable Integer line) {
        super(code + ": expected " + expected + (line == null ? "" : ", line " + line));
        this.code = code;
        this.expected = expected;
        this.line = line;
    }

    public Code code() {
        return code;
    }

    /** What a plan would have had there. */
    public String expected() {
        return expected;
    }

    /** The line of the file where it was missed; absent where no single line is to blame. */
    public @Nullable Integer line() {
        return line;
    }
}
