package vn.sothon.app.ui.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.rule.MoneyWords;

/** Codes, sums and days as the papers write them: in Vietnamese whoever reads them. */
final class PaperWords {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", Locale.ROOT);
    private static final int DECIMALS_OF_MILLION = 6;

    private final Properties words = new Properties();
    private final MoneyWords money = MoneyWords.ofPapers();

    PaperWords() {
        try (InputStream stream =
                        Objects.requireNonNull(PaperWords.class.getResourceAsStream("paper-words.properties"));
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words under a key, or the key itself: a code that is newer than this build is still worth reading. */
    String of(String key, Object... gaps) {
        String said = words.getProperty(key, key.substring(key.indexOf('.') + 1));
        return gaps.length == 0 ? said : new MessageFormat(said, Locale.ROOT).format(gaps);
    }

    boolean knows(String key) {
        return words.containsKey(key);
    }

    String of(Enum<?> code, String kind) {
        return of(kind + "." + code.name());
    }

    /** Figures and words, as legal papers want a sum. */
    @Nullable
    String money(@Nullable Long dong) {
        return dong == null ? null : spoken(dong);
    }

    String spoken(long dong) {
        return of("money", figures(dong), money.inFull(dong));
    }

    /** The unit of the table of 06/TD. */
    String millions(@Nullable Long dong) {
        return dong == null
                ? ""
                : BigDecimal.valueOf(dong, DECIMALS_OF_MILLION)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
    }

    String percent(long part, long whole) {
        return whole == 0
                ? "0"
                : BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
    }

    @Nullable
    String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    @Nullable
    String time(@Nullable Instant time) {
        return time == null ? null : TIME.format(time.atZone(ZONE));
    }

    @Nullable
    String people(List<Inspector> people) {
        List<String> said = new ArrayList<>();
        for (Inspector person : people) {
            said.add(person.position() == null ? person.name() : person.name() + " (" + person.position() + ")");
        }
        return said.isEmpty() ? null : String.join("; ", said);
    }

    @Nullable
    String findings(List<Finding> findings) {
        List<String> said = new ArrayList<>();
        for (Finding finding : findings) {
            StringBuilder one = new StringBuilder(of(finding.code(), "finding"));
            if (finding.cause() != null) {
                one.append(": ").append(of(finding.cause(), "cause"));
            }
            if (finding.damagePercent() != null) {
                one.append(", ").append(of("damage", finding.damagePercent()));
            }
            if (finding.note() != null) {
                one.append(" (").append(finding.note()).append(')');
            }
            said.add(one.toString());
        }
        return said.isEmpty() ? null : String.join("; ", said);
    }

    private static String figures(long dong) {
        return String.format(VIETNAMESE, "%,d", dong);
    }
}
