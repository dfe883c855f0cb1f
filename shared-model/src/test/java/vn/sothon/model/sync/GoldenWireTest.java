package vn.sothon.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.SeenLoan;

/** The wire as files: they are the examples of docs/protocol.md, and a change of them is a change of the contract. */
class GoldenWireTest {
    private static final UUID SERVER = UUID.fromString("0b6b7a52-6a4e-4b36-8a3c-2f4d1a6f9c01");
    private static final UUID PERSON = UUID.fromString("5d0c2f6e-1f0b-4f7e-9a51-7a0a6c1d2e02");
    private static final UUID RECORD = UUID.fromString("01920000-0000-7000-8000-000000000003");
    private static final UUID TASK = UUID.fromString("6f1a2b3c-4d5e-5f60-8a1b-2c3d4e5f6004");
    private static final UUID PLAN = UUID.fromString("7f1a2b3c-4d5e-4f60-8a1b-2c3d4e5f6005");
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00.000Z");
    private static final String HASH = "ab".repeat(32);

    private static final Map<String, Object> GOLDEN = golden();

    static Set<String> names() {
        return GOLDEN.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void golden_whenWritten_isTheFileToTheByte(String name) throws Exception {
        assertThat(Json.write(Objects.requireNonNull(GOLDEN.get(name)))).isEqualTo(file(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void golden_whenReadStrictlyAndWritten_isTheFileAgain(String name) throws Exception {
        Class<?> type = Objects.requireNonNull(GOLDEN.get(name)).getClass();

        assertThat(Json.write(Json.strict(file(name), type))).isEqualTo(file(name));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = GoldenWireTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return in == null ? "no such file" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
        }
    }

    private static Map<String, Object> golden() {
        Map<String, Object> all = new LinkedHashMap<>();
        LoanUseCheck check = new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                "Hội Phụ nữ xã",
                List.of(new Inspector("Trần Thị Bình", "Chủ tịch Hội")),
                "tại nhà",
                50_000_000L,
                50_000_000L,
                "mua bò",
                40_000_000L,
                10_000_000L,
                null,
                0L,
                null,
                null,
                List.of(new Finding(FindingCode.PARTIAL_MISUSE, null, null, "trả nợ ngoài")),
                null,
                List.of());
        ItemBody body = new ItemBody(
                "0123456789abcdef0123456789abcdef",
                "1000101",
                null,
                "6600000000000001",
                new Position(new BigDecimal("14.35001"), new BigDecimal("107.98002"), 12),
                TASK,
                null,
                new SeenLoan(
                        "Nguyễn Văn An",
                        "01",
                        50_000_000L,
                        LocalDate.of(2026, 2, 10),
                        50_000_000L,
                        "chăn nuôi",
                        "Tổ 01",
                        LocalDate.of(2026, 1, 31)),
                List.of(new AttachmentRef(HASH, "image/jpeg", 204_800, AttachmentRef.Role.PHOTO)),
                Json.tree(check));
        all.put("item-body", body);
        all.put(
                "item-head",
                new ItemHead(
                        1,
                        RECORD,
                        "LOAN_USE_CHECK",
                        1,
                        SERVER,
                        PERSON,
                        ActingRole.VILLAGE_HEAD,
                        HASH,
                        null,
                        null,
                        "910001",
                        "91000101",
                        new ItemTime(
                                NOON, 86_400_000, 7, new ItemTime.Anchor(NOON.minusSeconds(3600), 82_800_000, 7, 0)),
                        Seals.sha256(Json.write(body))));
        TieView tie = new TieView(
                TASK,
                PLAN,
                "2.3",
                "Phối hợp kiểm tra, giám sát việc sử dụng vốn vay",
                TieView.By.RULE,
                new TieView.Reason(
                        "NAMES_WHAT_WAS_CHECKED", "kiểm tra, giám sát việc sử dụng vốn vay", Map.of("subject", "LOAN")),
                List.of());
        all.put(
                "push-answer",
                new Push.Answer(
                        SERVER,
                        1,
                        NOON,
                        List.of(
                                new Push.Result(
                                        RECORD,
                                        Push.Verdict.ACCEPTED,
                                        null,
                                        List.of("LOAN_UNMATCHED"),
                                        List.of(HASH),
                                        tie,
                                        null,
                                        null,
                                        List.of(),
                                        null,
                                        null),
                                Push.Result.rejected(
                                        PERSON,
                                        List.of(new Push.Problem(
                                                "payload.misusedAmount", "PROPER_AND_MISUSED_MUST_ADD_UP"))),
                                Push.Result.retry(PLAN, "FORM_NEWER", 21_600)),
                        List.of(new Push.Receipt("910001", 42, HASH))));
        all.put(
                "pull-answer",
                new Pull.Answer(
                        SERVER,
                        1,
                        NOON,
                        List.of(new Pull.Change(
                                "recordStatus",
                                RECORD.toString(),
                                2,
                                Json.tree(
                                        new RecordStatus(RECORD, "ACCEPTED", null, List.of(), List.of(), tie, null)))),
                        List.of(new Pull.Removed("loan", PERSON.toString(), null)),
                        "bmV4dA",
                        false,
                        null));
        all.put(
                "alert",
                new AlertView(
                        TASK,
                        AlertRule.PURPOSE_MISUSED.name(),
                        AlertSeverity.WARNING,
                        AlertState.ACKNOWLEDGED,
                        "910001",
                        "91000101",
                        "1000101",
                        RECORD,
                        PLAN,
                        null,
                        TASK,
                        "2.3",
                        Map.of("misusedDong", "10000000", "receivedDong", "50000000", "groupName", "Tổ 01"),
                        1,
                        NOON,
                        NOON,
                        0,
                        null,
                        ActingRole.COMMUNE_LEADER,
                        true,
                        new AlertView.Step(PERSON, ActingRole.COMMUNE_LEADER, NOON.plusSeconds(60), null),
                        null));
        return all;
    }
}
