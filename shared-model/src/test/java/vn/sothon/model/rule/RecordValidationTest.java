package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.Push.Problem;

/** Numbers and times that no honest form can hold; each case changes one cell of an item that holds. */
class RecordValidationTest {
    private static final String HASH = "a".repeat(64);
    private static final String HEAD =
            """
            {"v":1,"id":"0192f0c1-2b4a-7c3d-8e5f-000000000001","kind":"KIND","formVersion":1,
            "serverId":"0192f0c1-2b4a-7c3d-8e5f-000000000002","personId":"0192f0c1-2b4a-7c3d-8e5f-000000000003",
            "actingRole":"VILLAGE_HEAD","keyId":"k","visitId":"0192f0c1-2b4a-7c3d-8e5f-000000000004",
            "communeCode":"620001","time":{"wall":"2026-03-02T02:00:00.000Z","elapsedMs":5,"bootCount":1,
            "anchor":{"serverTime":"2026-03-02T01:00:00.000Z","elapsedMs":1,"bootCount":1,"wallOffsetMs":-7}},
            "bodyHash":"HASH"}
            """
                    .replace("HASH", HASH);
    private static final String BODY =
            """
            {"salt":"00112233445566778899aabbccddeeff","groupCode":"6200001","position":{"latitude":14.9,
            "longitude":107.8,"accuracyMetres":12},"payload":PAYLOAD}
            """;
    private static final String LOAN_BODY =
            BODY.replace("\"groupCode\"", "\"loanNumber\":\"6600000000000001\",\"groupCode\"");
    private static final String CHECK =
            """
            {"visit":"SCHEDULED","outcome":"CHECKED","reallyReceived":50,"usedFor":"a cow","properAmount":45,
            "misusedAmount":5}
            """;
    private static final String MINUTES =
            """
            {"form":"GROUP_16TD","subject":"GROUP","sheetsAttached":2,"groupFigures":{"outstanding":50,"members":20,
            "overdue":1,"frozen":2,"interestArrears":3,"savings":4},"recommendations":[
            {"id":"0192f0c1-2b4a-7c3d-8e5f-000000000009","text":"Collect","deadline":"2026-04-01"}]}
            """;
    private static final String SHEET =
            """
            {"visit":"SCHEDULED","checks":[{"checkId":"0192f0c1-2b4a-7c3d-8e5f-000000000008","hash":"HASH"}],
            "total":{"customers":1,"disbursed":60,"outstanding":55,"reallyReceived":50,"realOutstanding":51,
            "properAmount":45,"misusedAmount":5,"interestOwed":6},"proper":{"customers":0,"amount":45},
            "misused":{"customers":1,"amount":5}}
            """
                    .replace("HASH", HASH);

    @Test
    void check_ofWhatHolds_findsNothing() throws JsonRefused {
        assertThat(problems(RecordKind.LOAN_USE_CHECK, HEAD, LOAN_BODY, CHECK)).isEmpty();
        assertThat(problems(RecordKind.MONITORING_MINUTES, HEAD, BODY, MINUTES)).isEmpty();
        assertThat(problems(RecordKind.CHECK_SHEET, HEAD, BODY, SHEET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "wall":"2026 | "wall":"-9999 | time.wall
                    "wall":"2026 | "wall":"+12026 | time.wall
                    "serverTime":"2026 | "serverTime":"+12026 | time.anchor.serverTime
                    "elapsedMs":5 | "elapsedMs":-5 | time.elapsedMs
                    "bootCount":1, | "bootCount":-1, | time.bootCount
                    """)
    void check_whenATimeIsOfNoClock_namesIt(String cell, String bad, String field) throws JsonRefused {
        assertThat(problems(RecordKind.LOAN_USE_CHECK, changed(HEAD, cell, bad), LOAN_BODY, CHECK))
                .extracting(Problem::field)
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "14.9, 999.5, position.latitude",
        "14.9, 1e999999999, position.latitude",
        "107.8, -180.1, position.longitude",
        "es\":12, es\":-3, position.accuracyMetres"
    })
    void check_whenThePositionIsNowhere_namesIt(String cell, String bad, String field) throws JsonRefused {
        assertThat(problems(RecordKind.LOAN_USE_CHECK, HEAD, changed(LOAN_BODY, cell, bad), CHECK))
                .extracting(Problem::field)
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "outstanding":50 | "outstanding":-5 | payload.groupFigures.outstanding
                    "members":20 | "members":-7 | payload.groupFigures.members
                    "overdue":1 | "overdue":-1 | payload.groupFigures.overdue
                    "frozen":2 | "frozen":-1 | payload.groupFigures.frozen
                    "interestArrears":3 | "interestArrears":-1 | payload.groupFigures.interestArrears
                    "savings":4 | "savings":-1 | payload.groupFigures.savings
                    "sheetsAttached":2 | "sheetsAttached":-2 | payload.sheetsAttached
                    "2026-04-01" | "+12026-04-01" | payload.recommendations[0].deadline
                    """)
    void check_whenMinutesHoldAnImpossibleNumber_namesIt(String cell, String bad, String field) throws JsonRefused {
        assertThat(problems(RecordKind.MONITORING_MINUTES, HEAD, BODY, changed(MINUTES, cell, bad)))
                .extracting(Problem::field)
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "disbursed":60 | "disbursed":-1 | payload.total.disbursed
                    "outstanding":55 | "outstanding":-1 | payload.total.outstanding
                    "realOutstanding":51 | "realOutstanding":-1 | payload.total.realOutstanding
                    "interestOwed":6 | "interestOwed":-1 | payload.total.interestOwed
                    "proper":{"customers":0 | "proper":{"customers":-9 | payload.proper.customers
                    """)
    void check_whenASheetHoldsANegative_namesIt(String cell, String bad, String field) throws JsonRefused {
        assertThat(problems(RecordKind.CHECK_SHEET, HEAD, BODY, changed(SHEET, cell, bad)))
                .extracting(Problem::field)
                .contains(field);
    }

    @Test
    void check_whenARowNamesNoHash_namesTheRow() throws JsonRefused {
        assertThat(problems(RecordKind.CHECK_SHEET, HEAD, BODY, changed(SHEET, HASH, "zz")))
                .containsExactly(new Problem("payload.checks[0].hash", "MALFORMED"));
    }

    @Test
    void check_whenNobodyWasAtHome_allowsNoSums() throws JsonRefused {
        assertThat(problems(RecordKind.LOAN_USE_CHECK, HEAD, LOAN_BODY, changed(CHECK, "CHECKED", "NOT_AT_HOME")))
                .extracting(Problem::field)
                .containsExactly("payload.reallyReceived", "payload.properAmount", "payload.misusedAmount");
    }

    private static List<Problem> problems(RecordKind kind, String head, String body, String payload)
            throws JsonRefused {
        ItemHead itsHead = Json.strict(head.replace("KIND", kind.name()), ItemHead.class);
        ItemBody itsBody = Json.strict(body.replace("PAYLOAD", payload), ItemBody.class);
        Payload itsPayload = Json.strict(itsBody.payload(), kind.payload(), "payload");
        return RecordValidation.check(kind, itsHead, itsBody, itsPayload);
    }

    private static String changed(String text, String cell, String bad) {
        assertThat(text).contains(cell);
        return text.replace(cell, bad);
    }
}
