package vn.sothon.server.plan.importer;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/** The numbers that Word prints before paragraphs of lists, and that no text of the file holds. */
final class WordNumbers {
    private static final int LEVELS = 9;
    private static final String[] ROMAN_ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    private static final String[] ROMAN_TENS = {"", "x", "xx", "xxx", "xl", "l"};

    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counts = new HashMap<>();
    private final Set<BigInteger> seen = new HashSet<>();

    WordNumbers(XWPFDocument document) {
        this.numbering = document.getNumbering();
    }

    /** What is printed before the paragraph, with a space after it; empty outside lists. */
    String next(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        XWPFNum found = numbering == null || list == null ? null : numbering.getNum(list);
        if (found == null || numbering == null) {
            return "";
        }
        BigInteger id = found.getCTNum().getAbstractNumId().getVal();
        XWPFAbstractNum definition = numbering.getAbstractNum(id);
        BigInteger wanted = paragraph.getNumIlvl();
        int level = wanted == null ? 0 : Math.min(LEVELS - 1, wanted.intValue());
        CTLvl here = definition == null ? null : level(definition, level);
        if (definition == null || here == null) {
            return "";
        }
        int[] count = counts.computeIfAbsent(id, i -> new int[LEVELS]);
        if (seen.add(list)) {
            restart(found, count);
        }
        count[level] = count[level] == 0 ? start(here) : count[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            count[deeper] = 0;
        }
        return printed(definition, here, count);
    }

    /** A list that shares its definition with another may say that it begins anew. */
    private static void restart(XWPFNum list, int[] count) {
        for (CTNumLvl override : list.getCTNum().getLvlOverrideList()) {
            int level = override.getIlvl().intValue();
            if (override.getStartOverride() != null && level < LEVELS) {
                count[level] = override.getStartOverride().getVal().intValue() - 1;
            }
        }
    }

    private static String printed(XWPFAbstractNum definition, CTLvl here, int[] count) {
        String form = here.getLvlText() == null ? "" : here.getLvlText().getVal();
        if (form == null || format(here).equals("none")) {
            return "";
        }
        if (format(here).equals("bullet")) {
            return "- ";
        }
        String text = form;
        for (int i = 0; i < LEVELS; i++) {
            CTLvl level = level(definition, i);
            if (text.contains("%" + (i + 1)) && level != null) {
                text = text.replace("%" + (i + 1), number(format(level), Math.max(1, count[i])));
            }
        }
        return text + " ";
    }

    private static String number(String format, int value) {
        return switch (format) {
            case "lowerLetter" -> letter(value);
            case "upperLetter" -> letter(value).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(value);
            case "upperRoman" -> roman(value).toUpperCase(Locale.ROOT);
            default -> String.valueOf(value);
        };
    }

    private static String letter(int value) {
        return String.valueOf((char) ('a' + (value - 1) % 26));
    }

    private static String roman(int value) {
        return value >= 60 ? String.valueOf(value) : ROMAN_TENS[value / 10] + ROMAN_ONES[value % 10];
    }

    private static @Nullable CTLvl level(XWPFAbstractNum definition, int level) {
        for (CTLvl each : definition.getCTAbstractNum().getLvlList()) {
            if (each.getIlvl().intValue() == level) {
                return each;
            }
        }
        return null;
    }

    private static String format(CTLvl level) {
        return level.getNumFmt() == null
                ? "decimal"
                : level.getNumFmt().getVal().toString();
    }

    private static int start(CTLvl level) {
        return level.getStart() == null ? 1 : level.getStart().getVal().intValue();
    }
}
