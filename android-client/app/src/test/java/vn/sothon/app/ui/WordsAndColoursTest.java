package vn.sothon.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.core.content.ContextCompat;
import androidx.core.graphics.ColorUtils;
import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.sothon.app.R;

/** Both languages say everything, and every pair of colours can be told apart in the sun. */
@RunWith(RobolectricTestRunner.class)
public class WordsAndColoursTest {
    private static final double READABLE = 4.5;
    private static final Pattern GAP = Pattern.compile("%\\d\\$[ds]");
    private static final int[][] PAIRS = {
        {R.color.ink, R.color.paper},
        {R.color.ink_soft, R.color.paper},
        {R.color.ink_soft, R.color.paper_variant},
        {R.color.primary, R.color.paper},
        {R.color.on_primary, R.color.primary},
        {R.color.on_primary_container, R.color.primary_container},
        {R.color.on_secondary, R.color.secondary},
        {R.color.on_secondary_container, R.color.secondary_container},
        {R.color.on_late, R.color.late},
        {R.color.on_late_container, R.color.late_container},
        {R.color.late, R.color.paper},
    };

    @Test
    public void words_whenInOneLanguage_areInTheOther() throws Exception {
        Map<String, String> vietnamese = strings("values");
        Map<String, String> english = strings("values-en");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        for (Map.Entry<String, String> each : vietnamese.entrySet()) {
            assertThat(gaps(english.get(each.getKey()))).as(each.getKey()).isEqualTo(gaps(each.getValue()));
        }
    }

    @Test
    public void colours_whenPaired_areReadableInBothThemes() {
        for (String theme : new String[] {"+notnight", "+night"}) {
            RuntimeEnvironment.setQualifiers(theme);
            for (int[] pair : PAIRS) {
                int front = ContextCompat.getColor(RuntimeEnvironment.getApplication(), pair[0]);
                int ground = ContextCompat.getColor(RuntimeEnvironment.getApplication(), pair[1]);
                assertThat(ColorUtils.calculateContrast(front, ground))
                        .as(theme + " "
                                + RuntimeEnvironment.getApplication()
                                        .getResources()
                                        .getResourceEntryName(pair[0]))
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    private static TreeSet<String> gaps(String text) {
        TreeSet<String> gaps = new TreeSet<>();
        for (Matcher gap = GAP.matcher(text); gap.find(); ) {
            gaps.add(gap.group());
        }
        return gaps;
    }

    private static Map<String, String> strings(String folder) throws Exception {
        Map<String, String> strings = new TreeMap<>();
        for (File file : Objects.requireNonNull(new File("src/main/res/" + folder).listFiles())) {
            NodeList all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getDocumentElement()
                    .getElementsByTagName("string");
            for (int i = 0; i < all.getLength(); i++) {
                Element string = (Element) all.item(i);
                if (!string.getAttribute("translatable").equals("false")) {
                    strings.put(string.getAttribute("name"), string.getTextContent());
                }
            }
        }
        return strings;
    }
}
