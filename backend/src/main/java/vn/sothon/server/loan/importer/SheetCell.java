package vn.sothon.server.loan.importer;

/**
 * One cell as stored.
 *
 * @param text of a number, the digits that the file holds, not the ones a screen would show
 */
record SheetCell(Sort sort, String text) {
    enum Sort {
        BLANK,
        TEXT,
        NUMBER,
        FORMULA_WITHOUT_VALUE,
        ERROR
    }

    static final SheetCell BLANK = new SheetCell(Sort.BLANK, "");

    static SheetCell text(String text) {
        String stripped = text.replace('\u00a0', ' ').strip();
        return stripped.isEmpty() ? BLANK : new SheetCell(Sort.TEXT, stripped);
    }

    boolean isBlank() {
        return sort == Sort.BLANK;
    }

    boolean isNumber() {
        return sort == Sort.NUMBER;
    }

    boolean isFaulty() {
        return sort == Sort.FORMULA_WITHOUT_VALUE || sort == Sort.ERROR;
    }
}
