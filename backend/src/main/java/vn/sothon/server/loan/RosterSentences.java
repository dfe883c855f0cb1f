package vn.sothon.server.loan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterMessages;
import vn.sothon.server.loan.importer.RosterProblem;

/** The sentence a person reads for a problem of an import. */
public final class RosterSentences {
    private static final String FILE = "/roster/store-messages.properties";
    private static final Properties SENTENCES = load();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private RosterSentences() {}

    public static String of(RosterOutcome.Problem problem) {
        String sentence = SENTENCES.getProperty(problem.code());
        if (sentence == null) {
            String column = problem.column();
            return RosterMessages.of(new RosterProblem(
                    problem.row(),
                    column == null ? null : RosterColumn.valueOf(column),
                    RosterProblem.Code.valueOf(problem.code()),
                    problem.text(),
                    false));
        }
        return sentence.replace("{row}", String.valueOf(problem.row()))
                .replace("{rows}", String.valueOf(problem.rows()))
                .replace("{text}", problem.text());
    }

    /** The sentence for a roster that is refused as a whole for its day. */
    static String of(String code, LocalDate period) {
        return SENTENCES.getProperty(code).replace("{text}", period.format(DAY));
    }

    private static Properties load() {
        Properties sentences = new Properties();
        try (InputStream in = RosterSentences.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
