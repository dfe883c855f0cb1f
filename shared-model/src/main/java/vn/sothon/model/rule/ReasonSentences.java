package vn.sothon.model.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.TieView;

/** Says a tie's reason in words, from a bundle beside this class; the same on phone, console and command line. */
public final class ReasonSentences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Properties words = new Properties();

    private ReasonSentences(String bundle) {
        try (InputStream stream = WordList.open(bundle);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(bundle, e);
        }
    }

    /** Vietnamese unless English is asked for: that is what the people of a commune read. */
    public static ReasonSentences in(Locale locale) {
        return new ReasonSentences(
                locale.getLanguage().equals("en")
                        ? "reason-sentences-en.properties"
                        : "reason-sentences-vi.properties");
    }

    /** One to four short sentences. A code this build does not know yields what can be quoted. */
    public String say(TieView.Reason reason) {
        Map<String, String> args = reason.args();
        String known = words.containsKey(reason.code()) ? reason.code() : "UNKNOWN";
        StringBuilder said = new StringBuilder();
        add(said, reason.phrase() == null && words.containsKey(known + ".bare") ? known + ".bare" : known, reason);
        if (args.containsKey("who")) {
            String who = "who." + args.get("who");
            add(said, args.containsKey("whoWords") ? who + ".quoted" : who, reason);
        }
        for (String also : new String[] {"visitNamed", "choice", "passedOver", "equalTo"}) {
            if (args.containsKey(also) && !(also.equals("passedOver") && args.containsKey("day"))) {
                add(said, also, reason);
            }
        }
        return said.toString();
    }

    private void add(StringBuilder said, String key, TieView.Reason reason) {
        String template = words.getProperty(key);
        if (template == null || template.isEmpty()) {
            return;
        }
        if (said.length() > 0) {
            said.append(' ');
        }
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            said.append(template, at, open).append(value(template.substring(open + 1, close), reason));
            at = close + 1;
        }
        said.append(template, at, template.length());
    }

    private String value(String name, TieView.Reason reason) {
        if (name.equals("phrase")) {
            return quotable(reason.phrase());
        }
        if (name.equals("code")) {
            return reason.code();
        }
        String value = reason.args().get(name);
        if (value == null) {
            return "";
        }
        if (name.equals("day")) {
            return day(value);
        }
        if (name.equals("whoWords") || name.equals("passedOver") || name.equals("equalTo")) {
            return quotable(value);
        }
        StringBuilder spoken = new StringBuilder();
        for (String code : value.split(",", -1)) {
            spoken.append(spoken.length() == 0 ? "" : ", ").append(words.getProperty(name + "." + code, code));
        }
        return spoken.toString();
    }

    /** A day of the wire as people write it; what is none is said as it came. */
    private static String day(String iso) {
        try {
            return LocalDate.parse(iso).format(DAY);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static String quotable(@Nullable String words) {
        return words == null ? "" : words.replaceAll("\\s+", " ");
    }
}
