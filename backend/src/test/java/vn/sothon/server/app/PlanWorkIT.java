package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** A clerk's work with plans beside records: typing one, entering results and figures, keeping the calendar. */
class PlanWorkIT {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @ParameterizedTest
    @EnumSource
    void planNew_whenTypedTaskByTask_isReviewedAndPublishedLikeAnyOther(Engine engine) throws Exception {
        try (RunningServer server = started(engine)) {
            new Commune(server);
            ok("plan", "new", "--title", "Kế hoạch A", "--issuer", "UBND xã Đồi Chè", "--area", Commune.CODE);
            String plan = plan();
            add(
                    plan,
                    "1.a",
                    "Kiểm tra việc sử dụng vốn vay của các hộ trên địa bàn xã.",
                    "--lead",
                    "UBND xã; Hội Nông dân");
            add(plan, "1.c", "Đôn đốc thu hồi nợ quá hạn, lãi tồn.", "--time", "Quý I/2027");
            add(plan, "1.b", "Việc thừa.", "--after", "1.a");
            assertThat(run("plan", "add-task", plan, "--key", "1.a", "--content", "Lại.", "--by", "Clerk"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("already");
            ok("plan", "remove-task", plan, "--key", "1.b", "--by", "Clerk", "--reason", "typed by mistake");

            ok("plan", "show", plan, "--json");
            JsonNode tasks = json().path("document").path("tasks");
            assertThat(tasks).extracting(task -> task.path("key").asText()).containsExactly("1.a", "1.c");
            assertThat(tasks.get(0).path("leadUnits")).hasSize(2);
            assertThat(tasks.get(0).path("accepts")).isNotEmpty();
            assertThat(tasks.get(1).path("timeFrame").path("due").asText()).isEqualTo("2027-03-31");
            assertThat(json().path("corrections")).hasSize(4);
            ok("plan", "publish", plan);
            assertThat(out.toString()).contains("2 tasks");
            assertThat(run("plan", "add-task", plan, "--key", "9", "--content", "Muộn.", "--by", "Clerk"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void results_whenEnteredCorrectedAndTakenBack_keepTheirHistoryAndStandInTheLog(Engine engine) throws Exception {
        try (RunningServer server = started(engine)) {
            Commune commune = new Commune(server);
            commune.person("Chair", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            commune.villageHead();
            String plan = published();
            Path letter = Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.4 the letter");

            ok(
                    "plan",
                    "results",
                    "add",
                    plan,
                    "--task",
                    "1.b",
                    "--by",
                    "Chair",
                    "--on",
                    "2026-05-04",
                    "--text",
                    "Đã làm",
                    "--number",
                    "31/BC",
                    "--file",
                    letter.toString());
            ok("plan", "results", "list", plan, "--json");
            String first = json().get(0).path("id").asText();
            assertThat(json().get(0).path("file").asText()).hasSize(64);
            ok(
                    "plan",
                    "results",
                    "add",
                    plan,
                    "--task",
                    "1.b",
                    "--by",
                    "Chair",
                    "--on",
                    "2026-05-05",
                    "--text",
                    "Đã làm xong",
                    "--corrects",
                    first);
            assertThat(run(
                            "plan",
                            "results",
                            "add",
                            plan,
                            "--task",
                            "1.b",
                            "--by",
                            "Chair",
                            "--on",
                            "2026-05-06",
                            "--text",
                            "Lần nữa",
                            "--corrects",
                            first))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("corrected already");
            assertThat(run(
                            "plan",
                            "results",
                            "add",
                            plan,
                            "--task",
                            "1.b",
                            "--by",
                            "Head of the first village",
                            "--on",
                            "2026-05-06",
                            "--text",
                            "Không phải việc của tôi"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("Only the unit that leads");
            ok("plan", "results", "allow", plan, "--person", "Head of the first village", "--task", "1.b");
            ok(
                    "plan",
                    "results",
                    "add",
                    plan,
                    "--task",
                    "1.b",
                    "--by",
                    "Head of the first village",
                    "--on",
                    "2026-05-06",
                    "--text",
                    "Được giao");
            assertThat(run(
                            "plan",
                            "results",
                            "add",
                            plan,
                            "--task",
                            "1.a",
                            "--by",
                            "Head of the first village",
                            "--on",
                            "2026-05-06",
                            "--text",
                            "Việc khác"))
                    .isEqualTo(1);

            ok("plan", "results", "list", plan, "--json");
            assertThat(json()).hasSize(3);
            assertThat(json()).extracting(row -> row.path("head").asBoolean()).containsExactly(false, true, true);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
            server.bean(Writer.class)
                    .write(tx -> Sql.update(tx.connection(), "UPDATE task_result SET text = 'x' WHERE id = ?", first));
            assertThat(server.bean(Verification.class).run().faults())
                    .extracting("code")
                    .containsExactly("RESULT_CHANGED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void results_whenAPhoneSendsThemTwice_areStoredOnceAndSeenInThePlaceAlone(Engine engine) throws Exception {
        try (RunningServer server = started(engine)) {
            Commune commune = new Commune(server);
            Phone chair = new Phone(server);
            chair.enrol(commune.code(
                    commune.person("Chair", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null))));
            Phone head = new Phone(server);
            head.enrol(commune.code(commune.villageHead()));
            published();
            UUID task = task(server, "1.b");
            String path = "/api/v1/tasks/" + task + "/results";
            String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"doneOn\":\"2026-05-04\",\"text\":\"Đã làm\"}";

            HttpResponse<String> once = chair.post(path, body);
            assertThat(once.statusCode()).as(once.body()).isEqualTo(200);
            assertThat(chair.post(path, body).body()).isEqualTo(once.body());
            assertThat(head.post(path, body).statusCode()).isEqualTo(409);
            assertThat(head.post(path, "{\"doneOn\":\"2026-05-04\",\"text\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(chair.post(path, "{\"doneOn\":\"2027-05-04\",\"text\":\"x\"}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(chair.post(
                                    path,
                                    "{\"doneOn\":\"2026-05-04\",\"text\":\"x\",\"file\":\"" + "0".repeat(64) + "\"}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(Json.tolerant(chair.get(path).body(), JsonNode.class).path("results"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void results_ofAProvincesTask_areEachCommunesOwn(Engine engine) throws Exception {
        try (RunningServer server = started(engine)) {
            Commune commune = new Commune(server);
            server.bean(AreaService.class)
                    .put(new NewArea("98002", AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START));
            commune.person("Chair", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            Person neighbour = commune.person("Neighbour", Commune.grant(ActingRole.COMMUNE_LEADER, "98002", null));
            Phone elsewhere = new Phone(server);
            elsewhere.enrol(commune.code(neighbour));
            ok("plan", "new", "--title", "Kế hoạch tỉnh", "--issuer", "UBND tỉnh Hải Âu", "--area", Commune.PROVINCE);
            String plan = plan();
            add(plan, "1", "Tổ chức hội nghị triển khai.", "--lead", "UBND cấp xã");
            ok("plan", "publish", plan);
            ok(result(plan, "Chair", "Đã họp"));
            ok("plan", "results", "list", plan, "--json");
            String first = json().get(0).path("id").asText();

            assertThat(json().get(0).path("areaCode").asText()).isEqualTo(Commune.CODE);
            assertThat(run(result(plan, "Neighbour", "Chưa họp", "--corrects", first)))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("another place");
            ok(result(plan, "Neighbour", "Cũng đã họp"));
            assertThat(Json.tolerant(
                                    elsewhere
                                            .get("/api/v1/tasks/" + task(server, "1") + "/results")
                                            .body(),
                                    JsonNode.class)
                            .path("results"))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.path("text").asText()).isEqualTo("Cũng đã họp"));
        }
    }

    private static String[] result(String plan, String by, String text, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "plan", "results", "add", plan, "--task", "1", "--by", by, "--on", "2026-05-04", "--text", text));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void targetsAndCalendar_whenPeopleEnterThem_showFiguresBesideGoalsAndReportsAsSent(Engine engine) throws Exception {
        try (RunningServer server = started(engine)) {
            Commune commune = new Commune(server);
            commune.person("Chair", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            commune.villageHead();
            String plan = published();

            ok(
                    "plan",
                    "targets",
                    "add",
                    plan,
                    "--target",
                    "1",
                    "--period",
                    "2026-Q3",
                    "--figure",
                    "12.5",
                    "--by",
                    "Chair");
            assertThat(run(
                            "plan",
                            "targets",
                            "add",
                            plan,
                            "--target",
                            "1",
                            "--period",
                            "Q3",
                            "--figure",
                            "1",
                            "--by",
                            "Chair"))
                    .isEqualTo(1);
            ok("plan", "targets", "list", plan, "--json");
            assertThat(json().get(0).path("goal").path("from").asInt()).isEqualTo(15);
            assertThat(json().get(0).path("figures").get(0).path("figure").asDouble())
                    .isEqualTo(12.5);

            ok("plan", "calendar", "list", "--year", "2026", "--json");
            assertThat(json()).hasSize(1);
            assertThat(json().get(0).path("due").asText()).isEqualTo("2026-10-25");
            String duty = json().get(0).path("id").asText();
            assertThat(run(
                            "plan",
                            "calendar",
                            "done",
                            duty,
                            "--year",
                            "2026",
                            "--by",
                            "Head of the first village",
                            "--number",
                            "1/BC"))
                    .isEqualTo(1);
            ok(
                    "plan",
                    "calendar",
                    "done",
                    duty.substring(0, 8),
                    "--year",
                    "2026",
                    "--by",
                    "Chair",
                    "--number",
                    "40/BC-UBND",
                    "--on",
                    "2026-10-20");
            ok("plan", "calendar", "list", "--year", "2026");
            assertThat(out.toString()).contains("sent 2026-10-20 as 40/BC-UBND");
            ok("plan", "calendar", "done", duty, "--year", "2026", "--by", "Chair", "--number", "40/BC-UBND", "--undo");
            ok("plan", "calendar", "list", "--year", "2027");
            assertThat(out.toString()).contains("2027-10-25", "not sent");
            ok("plan", "calendar", "list", "--year", "2025", "--json");
            assertThat(json()).isEmpty();
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private RunningServer started(Engine engine) {
        data = folder.resolve("data");
        RunningServer server = engine.start(data);
        server.bean(ServerClock.class).use(Clock.fixed(Instant.parse("2026-11-02T03:00:00Z"), ZoneOffset.UTC));
        return server;
    }

    /** The typed plan, in force; its id. */
    private String published() throws Exception {
        Path file = folder.resolve("typed.csv");
        try (InputStream in = PlanWorkIT.class.getResourceAsStream("/plan/typed-commune.csv")) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        ok("plan", "import", file.toString(), "--typed", "--area", Commune.CODE);
        String plan = plan();
        ok("plan", "publish", plan);
        return plan;
    }

    private static UUID task(RunningServer server, String key) {
        return server.bean(Writer.class).write(tx -> Sql.one(
                        tx.connection(),
                        "SELECT id FROM plan_task WHERE task_key = '" + key + "'",
                        row -> UUID.fromString(row.getString(1)))
                .orElseThrow());
    }

    private void add(String plan, String key, String content, String... more) {
        List<String> all =
                new ArrayList<>(List.of("plan", "add-task", plan, "--key", key, "--content", content, "--by", "Clerk"));
        all.addAll(List.of(more));
        ok(all.toArray(String[]::new));
    }

    private String plan() throws Exception {
        ok("plan", "list", "--json");
        return json().get(0).path("id").asText();
    }

    private JsonNode json() throws Exception {
        return Json.tolerant(out.toString(), JsonNode.class);
    }

    private void ok(String... args) {
        assertThat(run(args)).as(String.join(" ", args) + ": " + err).isZero();
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--data");
        all.add(data.toString());
        return SothonCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
