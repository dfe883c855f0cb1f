package vn.sothon.server.tie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TieCommandTest {
    private static final String LOAN =
            """
            {"id":"a1","kind":"LOAN_USE_CHECK","authorRole":"VILLAGE_HEAD","subject":"LOAN","visit":"POST_DISBURSEMENT","findings":["MISUSE"],"date":"2026-03-02"}""";
    private static final String DEBT =
            """
            {"id":"a2","kind":"MONITORING_MINUTES","authorRole":"CREDIT_OFFICER","subject":"DEBT","visit":null,"findings":[],"date":"2026-03-02"}""";
    private static final String PLAN =
            """
            KẾ HOẠCH
            Triển khai tín dụng chính sách xã hội trên địa bàn xã Suối Mơ năm 2026

            Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung như sau:
            I. MỤC ĐÍCH, YÊU CẦU
            1. Mục đích
            a) Nâng cao hiệu quả tín dụng chính sách xã hội.
            II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU
            1. Kiểm tra, giám sát
            a) Các thôn phối hợp kiểm tra, giám sát việc sử dụng vốn vay của người dân.
            b) Theo dõi, đôn đốc, thu hồi và xử lý nợ trong hoạt động tín dụng chính sách.
            2. Tuyên truyền
            a) Tổ chức tuyên truyền chính sách tín dụng đến người dân.
            III. TỔ CHỨC THỰC HIỆN
            1. Phòng Kinh tế theo dõi việc thực hiện Kế hoạch này.
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path plan = Path.of("");

    @BeforeEach
    void writeThePlan() throws IOException {
        plan = write("plan.txt", PLAN);
    }

    @Test
    void tie_withJson_printsOneArrayInTheOrderOfTheFile() throws IOException {
        int exit = tie("--json", "--plan", plan, "--records", write("r.jsonl", DEBT + "\n\n" + LOAN + "\r\n"));

        JsonNode answers = new ObjectMapper().readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).get("id").asText()).isEqualTo("a2");
        assertThat(answers.get(0).get("taskKey").asText()).isEqualTo("1.b");
        assertThat(answers.get(1).get("taskKey").asText()).isEqualTo("1.a");
        assertThat(answers.get(1).at("/reason/code").asText()).isEqualTo("NAMES_WHAT_WAS_CHECKED");
        assertThat(answers.get(1).at("/reason/phrase").asText())
                .isEqualTo("phối hợp kiểm tra, giám sát việc sử dụng vốn vay");
        assertThat(answers.get(1).at("/reason/sentence").asText()).startsWith("Đã kiểm tra việc sử dụng vốn vay");
        assertThat(answers.get(1).get("alternatives").isArray()).isTrue();
    }

    @Test
    void tie_whenNothingAccepts_printsNullAndWhy() throws IOException {
        Path papers = write("p.txt", PLAN.replace("kiểm tra, giám sát việc sử dụng vốn vay", "thông tin"));

        int exit = tie("--json", "--plan", papers, "--records", write("r.jsonl", LOAN));

        JsonNode answer = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(exit).isZero();
        assertThat(answer.get("taskKey").isNull()).isTrue();
        assertThat(answer.at("/reason/code").asText()).isEqualTo("NO_TASK_ACCEPTS");
        assertThat(answer.get("alternatives")).isEmpty();
    }

    @Test
    void tie_whenSomeLinesAreBad_namesEachAndAnswersTheRest() throws IOException {
        String bad = String.join(
                "\n",
                "{",
                "[1]",
                LOAN.replace("\"id\":\"a1\",", ""),
                LOAN.replace("VILLAGE_HEAD", "MAYOR"),
                LOAN.replace("\"LOAN_USE_CHECK\"", "7"),
                LOAN.replace("2026-03-02", "2026-02-30"),
                LOAN.replace("[\"MISUSE\"]", "\"MISUSE\""),
                LOAN.replace("[\"MISUSE\"]", "[\"NONSENSE\"]"),
                LOAN.replace("LOAN_USE_CHECK", "CHECK_SHEET"),
                LOAN + " " + DEBT,
                LOAN.replace("\"id\"", "\"id\":\"b\",\"id\""),
                LOAN);

        int exit = tie("--json", "--plan", plan, "--records", write("r.jsonl", bad));

        assertThat(exit).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString())).hasSize(1);
        assertThat(err.toString().lines())
                .extracting(line -> line.replaceAll("^.*?r\\.jsonl:(\\d+): (\\w+).*$", "$1 $2"))
                .containsExactly(
                        "1 MALFORMED_JSON",
                        "2 NOT_AN_OBJECT",
                        "3 MISSING_FIELD",
                        "4 UNKNOWN_CODE",
                        "5 WRONG_TYPE",
                        "6 BAD_DATE",
                        "7 WRONG_TYPE",
                        "8 UNKNOWN_CODE",
                        "9 UNKNOWN_CODE",
                        "10 MALFORMED_JSON",
                        "11 MALFORMED_JSON");
    }

    @Test
    void tie_whenALineIsNotUtf8OrEndless_answersTheRest() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        bytes.write(("x".repeat((1 << 20) + 5) + "\n" + LOAN).getBytes(StandardCharsets.UTF_8));
        Path records = Files.write(folder.resolve("r.jsonl"), bytes.toByteArray());

        int exit = tie("--json", "--plan", plan, "--records", records);

        assertThat(exit).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString())).hasSize(1);
        assertThat(err.toString()).contains(":1: NOT_UTF8").contains(":2: TOO_LONG");
    }

    @Test
    void tie_whenTheRecordsAreMissing_leavesStdoutEmpty() {
        int exit = tie("--json", "--plan", plan, "--records", folder.resolve("none.jsonl"));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("UNREADABLE_RECORDS");
    }

    @Test
    void tie_whenThePlanIsNone_saysWhatWasExpected() throws IOException {
        int exit = tie("--json", "--plan", write("p.txt", "xin chào\n"), "--records", write("r.jsonl", LOAN));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void tie_withoutJson_printsTaskAndSentence() throws IOException {
        int exit = tie("--plan", plan, "--records", write("r.jsonl", LOAN));

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("a1").contains("1.a").contains("“phối hợp kiểm tra, giám sát");
    }

    private int tie(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return new CommandLine(new TieCommand(new PrintWriter(out), new PrintWriter(err))).execute(words);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
