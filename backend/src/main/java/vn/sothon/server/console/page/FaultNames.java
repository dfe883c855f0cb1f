package vn.sothon.server.console.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the names of fields into the list of what is wrong with a form. The list stands above the fields, whose labels are
 * written only later; so it leaves a mark per field, and once the page is whole each mark gives way to the field's label.
 */
final class FaultNames {
    private static final Pattern MARK = Pattern.compile("<b data-label-of=\"([^\"]+)\"></b>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private FaultNames() {}

    /** The page with a label at each mark; a mark whose field has none is taken out. */
    static String fill(String html) {
        Matcher mark = MARK.matcher(html);
        StringBuilder filled = new StringBuilder(html.length() + 256);
        while (mark.find()) {
            String label = label(html, mark.group(1));
            mark.appendReplacement(filled, label.isEmpty() ? "" : Matcher.quoteReplacement("<b>" + label + ":</b> "));
        }
        return mark.appendTail(filled).toString();
    }

    /** As it stands in the page, and so already fit to stand in it again. */
    private static String label(String html, String id) {
        String field = Pattern.quote(id);
        Matcher label = Pattern.compile(
                        "<label\\b[^>]*\\bfor=\"" + field + "\"[^>]*>(.*?)</label>|<fieldset\\b[^>]*\\bid=\"" + field
                                + "\"[^>]*>\\s*<legend\\b[^>]*>(.*?)</legend>",
                        Pattern.DOTALL)
                .matcher(html);
        if (!label.find()) {
            return "";
        }
        String found = label.group(1) == null ? label.group(2) : label.group(1);
        String words = TAG.matcher(found).replaceAll("").strip();
        return words.endsWith(":") ? words.substring(0, words.length() - 1) : words;
    }
}
