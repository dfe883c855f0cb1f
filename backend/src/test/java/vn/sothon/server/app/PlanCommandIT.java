package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;

class PlanCommandIT {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path sample = Path.of("");

    @BeforeEach
    void copySample() throws Exception {
        sample = folder.resolve("sample-commune.txt");
        Files.writeString(sample, resource("sample-commune.txt"));
    }

    @Test
    void planImport_withJsonAndNoData_printsTheReadingAloneAndStoresNothing() throws Exception {
        assertThat(run("plan", "import", sample.toString(), "--json")).isZero();

        assertThat(json()).isEqualTo(Json.tolerant(resource("sample-commune.json"), JsonNode.class));
        assertThat(err.toString()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("sample-commune.txt");
    }

    @Test
    void planImport_ofAForeignFile_saysWhatWasExpectedAndStoresNothing() throws Exception {
        Path foreign = Files.writeString(folder.resolve("recipe.txt"), "Take two eggs.\nStir them.\n");
        Path data = folder.resolve("data");

        assertThat(run("plan", "import", foreign.toString(), "--json", "--data", data.toString()))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("recipe.txt", "expected");
        assertThat(data).doesNotExist();
        assertThat(run("plan", "publish", foreign.toString(), "--area", Commune.CODE, "--data", data.toString()))
                .isEqualTo(2);
        assertThat(data).doesNotExist();
        assertThat(run("plan", "import", folder.resolve("none.txt").toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void planCommands_whileAServerRuns_takeAPlanFromFileToForceAndBack(Engine engine) throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = engine.start(data)) {
            new Commune(server);
            assertThat(at(data, "plan", "import", sample.toString())).isZero();
            assertThat(out.toString()).contains("2.a", "30 ngày", "is stored");
            assertThat(at(data, "plan", "import", sample.toString(), "--json")).isZero();
            assertThat(json().path("tasks")).hasSize(4);
            assertThat(err.toString()).contains("Imported before");
            String id = listed(data).path("id").asText();
            assertThat(listed(data).path("status").asText()).isEqualTo("DRAFT");

            assertThat(at(
                            data,
                            "plan",
                            "correct",
                            id,
                            "--task",
                            "2.a",
                            "--field",
                            "leadUnits",
                            "--value",
                            "[\"UBND xã\"]",
                            "--by",
                            "Reviewer",
                            "--reason",
                            "said by the covering letter"))
                    .isZero();
            assertThat(at(data, "plan", "show", id)).isZero();
            assertThat(out.toString()).contains("corrected 2.a leadUnits by Reviewer", "leadUnits: UBND xã");

            assertThat(at(data, "plan", "publish", sample.toString(), "--area", Commune.CODE))
                    .isZero();
            assertThat(out.toString()).contains("from 2026-01-12: 4 tasks");
            assertThat(listed(data).path("status").asText()).isEqualTo("PUBLISHED");
            assertThat(at(
                            data,
                            "plan",
                            "correct",
                            id,
                            "--task",
                            "2.a",
                            "--field",
                            "leadUnits",
                            "--confirm",
                            "--by",
                            "Second reader",
                            "--reason",
                            "it is so"))
                    .isZero();
            assertThat(at(data, "plan", "show", id)).isZero();
            assertThat(out.toString()).contains("corrected 2.a leadUnits by Second reader", "leadUnits: UBND xã");
            assertThat(FeedRows.of(server, Commune.CODE))
                    .filteredOn(row -> row.startsWith("planTask"))
                    .hasSize(4)
                    .anyMatch(row -> row.contains("\"leadUnits\":[\"UBND xã\"]"));

            assertThat(at(data, "plan", "withdraw", id.substring(0, 8))).isZero();
            assertThat(out.toString()).contains("WITHDRAWN");
            assertThat(FeedRows.of(server, Commune.CODE)).noneMatch(row -> row.startsWith("planTask"));
            assertThat(at(data, "plan", "withdraw", id)).isEqualTo(1);
            assertThat(err.toString()).contains("withdrawn already");
        }
    }

    private JsonNode listed(Path data) throws Exception {
        assertThat(at(data, "plan", "list", "--json")).isZero();
        assertThat(json()).hasSize(1);
        return json().get(0);
    }

    private JsonNode json() throws Exception {
        return Json.tolerant(out.toString(), JsonNode.class);
    }

    private int at(Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--data");
        all.add(data.toString());
        return run(all.toArray(String[]::new));
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return SothonCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static String resource(String name) throws Exception {
        try (var in = PlanCommandIT.class.getResourceAsStream("/plan/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
