package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;

/** What a person at the office types to see how far the plan has come. */
class ProgressCommandIT {
    private static final String COMMUNE_PLAN = "src/main/resources/sample-plans/bai-cat-commune.txt";
    private static final String PROVINCE_PLAN = "src/main/resources/sample-plans/hai-au-province.txt";

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void progress_afterACheck_isPrintedInVietnameseEnglishAndJson(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = communeWithAPlan(server);
            SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
            draft.villageCode = Commune.FIRST;
            draft.loanNumber = "6600000000000001";
            draft.payload = SealingPhone.check(50_000_000, 40_000_000, List.of(Finding.of(FindingCode.PARTIAL_MISUSE)));
            phone.push(phone.seal(draft));
            server.bean(Jobs.class).runDue();

            assertThat(run("progress")).isZero();
            assertThat(out.toString())
                    .contains("Tiến độ từ 01/", "Đã ghi 1: kiểm tra món vay 1", "một phần vốn sai mục đích 1")
                    .contains("Nhiệm vụ chưa có bản ghi hay kết quả nào trong kỳ: 8")
                    .doesNotContain("{");
            assertThat(run("progress", "--village", Commune.SECOND, "--lang", "en"))
                    .isZero();
            assertThat(out.toString())
                    .contains(
                            "Place: Second village",
                            "Recorded 0",
                            "Tasks without a record or a result in the period: 9")
                    .doesNotContain("{");
            assertThat(run("progress", "--by", "village")).isZero();
            assertThat(out.toString()).contains("First village", "Second village");
            assertThat(run("progress", "--by", "week", "--json")).isZero();
            assertThat(json().path("rows")).hasSize(12);
            assertThat(run("progress", "--by", "unit", "--json")).isZero();
            assertThat(json().path("plans").path(0).path("units")).isNotEmpty();
            assertThat(run("progress", "--json")).isZero();
            assertThat(json().path("plans").path(0).path("all").path("records").asInt())
                    .isEqualTo(1);
            assertThat(run("progress", "--period", "last year")).isEqualTo(1);
            assertThat(err.toString()).contains("2026-Q3");
            assertThat(run("rebuild")).isZero();
            assertThat(out.toString()).contains("numbers that were wrong: 0");
        }
        // The server is gone: the same from its folder alone.
        if (engine == Engine.SQLITE) {
            assertThat(run("rebuild", "--json")).isZero();
            assertThat(json().path("differences")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void planLink_whenThePlanAboveComesLater_proposesAndKeepsWhatAPersonSays(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            communeWithAPlan(server);
            assertThat(run("plan", "list", "--json")).isZero();
            String plan = json().path(0).path("id").asText();
            assertThat(run("plan", "link", plan)).isZero();
            assertThat(out.toString()).contains("not loaded: 218/KH-UBND");

            assertThat(run("plan", "publish", PROVINCE_PLAN, "--area", Commune.PROVINCE))
                    .isZero();
            assertThat(run("plan", "link", plan)).isZero();
            assertThat(out.toString()).contains("above: 218/KH-UBND", "? 2.1", "both say");
            assertThat(run("plan", "link", plan, "--task", "1.a", "--to", "2.1"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("who decides and why");
            assertThat(run("plan", "link", plan, "--task", "1.a", "--by", "Clerk", "--reason", "read both"))
                    .isEqualTo(1);
            assertThat(run(
                            "plan",
                            "link",
                            plan,
                            "--task",
                            "1.a",
                            "--to",
                            "2.1",
                            "--by",
                            "Clerk",
                            "--reason",
                            "read both"))
                    .isZero();
            assertThat(out.toString()).contains("implements 2.1, says Clerk: read both");
            assertThat(run("plan", "link", plan, "--task", "3.b", "--none", "--by", "Clerk", "--reason", "ours alone"))
                    .isZero();
            assertThat(out.toString()).contains("implements none above, says Clerk: ours alone");
            assertThat(run("plan", "link", plan, "--by", "Leader", "--reason", "as proposed", "--json"))
                    .isZero();
            assertThat(json().path("tasks"))
                    .allMatch(task -> task.path("proposed").isEmpty() || task.has("decided"));
        }
    }

    private SealingPhone communeWithAPlan(RunningServer server) throws Exception {
        Commune commune = new Commune(server);
        assertThat(run("plan", "publish", COMMUNE_PLAN, "--area", Commune.CODE)).isZero();
        server.bean(Jobs.class).runDue();
        return SealingPhone.enrol(server.address(), commune.code(commune.villageHead()));
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--data");
        all.add(folder.toString());
        return SothonCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(new String[0]));
    }

    private JsonNode json() throws Exception {
        return Json.tolerant(out.toString(), JsonNode.class);
    }
}
