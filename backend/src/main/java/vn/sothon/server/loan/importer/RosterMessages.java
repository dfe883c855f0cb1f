package vn.sothon.server.loan.importer;

import java.util.Locale;

/** The sentence a person reads for a problem or an unreadable file, from {@code roster/messages.txt}. */
public final class RosterMessages {
    private static final WordFile SENTENCES = WordFile.load("messages.txt");
    private static final WordFile HEADINGS = WordFile.load("headings.txt");

    private RosterMessages() {}

    public static String of(RosterProblem problem) {
        RosterColumn column = problem.column();
        return SENTENCES
                .words(problem.code().name())
                .get(0)
                .replace("{row}", String.format(Locale.ROOT, "%d", problem.rowNumber()))
                .replace(
                        "{column}",
                        column == null ? "" : HEADINGS.words(column.name()).get(0))
                .replace("{text}", problem.text());
    }

    public static String of(UnreadableRoster.Code code) {
        return SENTENCES.words("FILE_" + code.name()).get(0);
    }
}
