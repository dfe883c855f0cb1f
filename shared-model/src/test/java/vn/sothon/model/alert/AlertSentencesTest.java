package vn.sothon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read: a sentence for every rule in both languages, with what it names and nothing left open. */
class AlertSentencesTest {
    private static final AlertSentences VIETNAMESE = AlertSentences.in(Locale.forLanguageTag("vi"));
    private static final AlertSentences ENGLISH = AlertSentences.in(Locale.ENGLISH);
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("misusedDong", "10000000"),
            Map.entry("receivedDong", "50000000"),
            Map.entry("disbursedDong", "60000000"),
            Map.entry("loanNumber", "6600000000000001"),
            Map.entry("groupName", "Tổ 3"),
            Map.entry("taskCode", "2.3"),
            Map.entry("taskTitle", "phối hợp kiểm tra"),
            Map.entry("cause", "EPIDEMIC"),
            Map.entry("damagePercent", "70"),
            Map.entry("loans", "4"),
            Map.entry("firstDay", "2026-03-04"),
            Map.entry("dueDay", "2026-03-05"),
            Map.entry("madeDay", "2026-03-06"),
            Map.entry("year", "2026"),
            Map.entry("days", "12"),
            Map.entry("faults", "2"),
            Map.entry("planTitle", "Kế hoạch"));

    @ParameterizedTest
    @EnumSource
    void everyRule_hasATitleAndASentenceInBothLanguages(AlertRule rule) {
        for (AlertSentences sentences : new AlertSentences[] {VIETNAMESE, ENGLISH}) {
            assertThat(sentences.title(rule.name())).isNotBlank().isNotEqualTo(rule.name());
            assertThat(sentences.say(rule.name(), ALL)).isNotBlank().doesNotContain("{", "}", "null");
            assertThat(sentences.say(rule.name(), Map.of())).isNotBlank().doesNotContain("{", "null");
        }
    }

    @Test
    void say_whenANameBringsItsOwnWordOrFullStop_saysItOnce() {
        Map<String, String> args = Map.of(
                "misusedDong",
                "1",
                "receivedDong",
                "2",
                "groupName",
                "Tổ Cồn Gió",
                "taskCode",
                "2",
                "taskTitle",
                "giám sát.");

        assertThat(VIETNAMESE.say("PURPOSE_MISUSED", args))
                .contains("Tổ: Cồn Gió.")
                .endsWith("2 giám sát.");
        assertThat(VIETNAMESE.say("GROUP_UNCHECKED", Map.of("groupName", "Tổ Cồn Gió", "year", "2026")))
                .startsWith("Tổ Cồn Gió chưa");
    }

    @Test
    void say_readsMoneyDaysAndCausesAsThePapersDo() {
        assertThat(VIETNAMESE.say("PURPOSE_MISUSED", ALL))
                .contains("10.000.000 đồng trong 50.000.000 đồng", "Món vay số 6600000000000001", "nhiệm vụ 2.3");
        assertThat(VIETNAMESE.say("DEBT_AT_RISK", ALL)).contains("dịch bệnh", "70 %");
        assertThat(VIETNAMESE.say("CHECKS_LATE", ALL)).contains("Tổ 3", "04/03/2026");
    }

    @Test
    void say_whenTheRuleIsNewer_stillSaysSomething() {
        assertThat(VIETNAMESE.title("FLOOD")).isEqualTo("Cảnh báo");
        assertThat(VIETNAMESE.say("FLOOD", ALL)).contains("FLOOD");
    }
}
