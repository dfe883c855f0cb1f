package vn.sothon.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.sync.Push.Problem;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"field\":\"a\",\"code\":\"b\",\"field\":\"c\"}|JSON_DUPLICATE_KEY",
                "{\"field\":\"a\",\"code\":\"b\"} x|JSON_MALFORMED",
                "{\"field\":\"a\",\"code\":\"b\"}{}|JSON_TRAILING",
                "{\"field\":\"a\",\"code\":null}|JSON_NULL",
                "{\"field\":\"a\",\"code\":\"b\",\"more\":1}|UNKNOWN_FIELD",
                "{\"field\":\"a\"}|REQUIRED",
                "{\"field\":\"\\ud800\",\"code\":\"b\"}|LONE_SURROGATE",
                "{\"field\":1,\"code\":\"b\"}|WRONG_TYPE",
                "{\"field\":|JSON_MALFORMED",
            })
    void strict_whenBytesAreNotOfTheContract_saysWhichRule(String json, String code) {
        assertThat(catchThrowableOfType(JsonRefused.class, () -> Json.strict(json, Problem.class))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9007199254740992|NUMBER_TOO_LARGE|/reallyReceived",
                "1.5|WRONG_TYPE|reallyReceived",
                "1.0|WRONG_TYPE|reallyReceived",
                "\"5\"|WRONG_TYPE|reallyReceived",
            })
    void strict_whenMoneyIsNotAWholeNumber_refuses(String money, String code, String field) {
        String json = "{\"visit\":\"SURPRISE\",\"outcome\":\"CHECKED\",\"reallyReceived\":" + money + "}";
        JsonRefused refused = catchThrowableOfType(JsonRefused.class, () -> Json.strict(json, LoanUseCheck.class));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void tolerant_whenAnswerIsOfANewerServer_passesOverWhatIsUnknown() throws Exception {
        assertThat(Json.tolerant("{\"field\":\"a\",\"code\":\"b\",\"more\":1}", Problem.class))
                .isEqualTo(new Problem("a", "b"));
    }
}
