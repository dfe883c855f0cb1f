package vn.sothon.model.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A sum in words. On a screen short, so that a slip of one zero is seen ("80 triệu 500 nghìn đồng"); on a paper in full,
 * as legal papers want it ("Tám mươi triệu năm trăm nghìn đồng"). The words lie in {@code money-words-*.properties}.
 */
public final class MoneyWords {
    private static final int GROUP = 1000;
    private static final long BILLION = 1_000_000_000L;

    private final Properties words = new Properties();

    private MoneyWords(String bundle) {
        try (InputStream stream = WordList.open(bundle);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(bundle, e);
        }
    }

    /** Vietnamese unless English is asked for. */
    public static MoneyWords in(Locale locale) {
        return new MoneyWords(
                locale.getLanguage().equals("en") ? "money-words-en.properties" : "money-words-vi.properties");
    }

    /** The words of the papers, which are in Vietnamese whoever reads them. */
    public static MoneyWords ofPapers() {
        return new MoneyWords("money-words-vi.properties");
    }

    /** Digits for the numbers and words for their size; {@code amount} in whole đồng, not negative. */
    public String brief(long amount) {
        List<String> said = new ArrayList<>();
        if (amount >= BILLION) {
            said.add(amount / BILLION + " " + word("billion"));
        }
        int millions = (int) (amount / (GROUP * GROUP) % GROUP);
        int thousands = (int) (amount / GROUP % GROUP);
        int rest = (int) (amount % GROUP);
        if (millions > 0) {
            said.add(millions + " " + word("million"));
        }
        if (thousands > 0) {
            said.add(thousands + " " + word("thousand"));
        }
        if (rest > 0 || said.isEmpty()) {
            said.add(Integer.toString(rest));
        }
        said.add(word("currency"));
        return String.join(" ", said);
    }

    /** Every number spoken, with a capital first letter; only for {@link #ofPapers}. */
    public String inFull(long amount) {
        String said = (amount == 0 ? digit(0) : spoken(amount, false)) + " " + word("currency");
        return said.substring(0, 1).toUpperCase(Locale.forLanguageTag("vi")) + said.substring(1);
    }

    private String spoken(long number, boolean follows) {
        if (number >= BILLION) {
            String billions = spoken(number / BILLION, false) + " " + word("billion");
            return number % BILLION == 0 ? billions : billions + " " + spoken(number % BILLION, true);
        }
        List<String> said = new ArrayList<>();
        int[] groups = {(int) (number / (GROUP * GROUP)), (int) (number / GROUP % GROUP), (int) (number % GROUP)};
        String[] sizes = {"million", "thousand", null};
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] > 0) {
                boolean whole = follows || !said.isEmpty();
                said.add(group(groups[i], whole));
                if (sizes[i] != null) {
                    said.add(word(sizes[i]));
                }
            }
        }
        return String.join(" ", said);
    }

    /** Three digits; a group after another is spoken whole, so that nothing can be slipped in between. */
    private String group(int number, boolean whole) {
        List<String> said = new ArrayList<>();
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int units = number % 10;
        boolean withHundreds = hundreds > 0 || whole;
        if (withHundreds) {
            said.add(digit(hundreds));
            said.add(word("hundred"));
        }
        if (tens == 1) {
            said.add(word("ten"));
        } else if (tens > 1) {
            said.add(digit(tens));
            said.add(word("tens"));
        } else if (units > 0 && withHundreds) {
            said.add(word("zeroTens"));
        }
        if (units > 0) {
            said.add(unit(tens, units));
        }
        return String.join(" ", said);
    }

    private String unit(int tens, int units) {
        if (units == 5 && tens > 0) {
            return word("fiveAfterTens");
        }
        if (tens > 1 && units == 1) {
            return word("oneAfterTens");
        }
        if (tens > 1 && units == 4) {
            return word("fourAfterTens");
        }
        return digit(units);
    }

    private String digit(int digit) {
        return word("digits").split(",", 10)[digit];
    }

    private String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("these words are not for papers: " + key);
        }
        return word;
    }
}
