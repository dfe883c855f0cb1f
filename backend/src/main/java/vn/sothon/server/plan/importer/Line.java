package vn.sothon.server.plan.importer;

import org.jspecify.annotations.Nullable;

/**
 * A line of the document with something on it, cleaned.
 *
 * @param number its place in the original file, from 1, blank lines counted; in a Word or PDF file, its place among the
 *     lines read
 * @param indented whether the page shows it set in, as the first line of a paragraph is
 */
record Line(int number, String text, boolean indented) implements Block {

    Line(int number, String text) {
        this(number, text, false);
    }

    /** The line cleaned; null when nothing is on it. */
    static @Nullable Line of(int number, String raw) {
        String clean = CleanText.clean(raw);
        return clean.isEmpty() || Patterns.matches("page.link", clean) ? null : new Line(number, clean);
    }
}
