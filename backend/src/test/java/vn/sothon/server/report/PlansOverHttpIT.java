package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** What people see of a plan over the wire, each within his own places. */
class PlansOverHttpIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void plan_whenAskedByItsPeopleAndByOthers_isShownToItsPeopleAlone(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            server.bean(ServerClock.class).use(TestClock.at("2026-11-02T03:00:00Z"));
            Commune commune = new Commune(server);
            server.bean(AreaService.class)
                    .put(new NewArea("98002", AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START));
            Phone chair = phone(server, commune, ActingRole.COMMUNE_LEADER, Commune.CODE);
            Phone head = phone(server, commune, ActingRole.VILLAGE_HEAD, Commune.FIRST);
            Phone neighbour = phone(server, commune, ActingRole.COMMUNE_LEADER, "98002");
            Phone province = phone(server, commune, ActingRole.PROVINCE_VIEWER, Commune.PROVINCE);
            String plan = "/api/v1/plans/" + published(server);

            JsonNode progress = json(chair.get(plan + "/progress?period=2026-Q2"));
            assertThat(progress.path("tasks")).isNotEmpty();
            String task = progress.path("tasks").get(1).path("taskId").asText();
            assertThat(chair.post(
                                    "/api/v1/tasks/" + task + "/results",
                                    "{\"doneOn\":\"2026-05-04\",\"text\":\"Đã làm\",\"documentNumber\":\"31/BC\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(results(chair, plan)).isEqualTo(1);
            assertThat(results(province, plan)).isEqualTo(1);
            assertThat(results(head, plan)).as("the whole commune's document").isZero();
            assertThat(json(head.get(plan + "/results")).path("results")).hasSize(1);
            for (String what : new String[] {"/progress", "/targets", "/results"}) {
                problem(neighbour.get(plan + what), 404, "UNKNOWN_PLAN");
                problem(chair.get("/api/v1/plans/" + UUID.randomUUID() + what), 404, "UNKNOWN_PLAN");
            }
            problem(chair.get(plan + "/progress?period=Q2"), 422, "PERIOD");
            assertThat(plain(server, plan + "/progress").statusCode()).isEqualTo(401);

            JsonNode target = json(chair.get(plan + "/targets")).path("targets").get(0);
            String figures = plan + "/targets/" + target.path("id").asText() + "/figures";
            String figure = "{\"id\":\"" + UUID.randomUUID() + "\",\"period\":\"2026-Q3\",\"figure\":12.5}";
            HttpResponse<String> entered = chair.post(figures, figure);
            assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
            assertThat(chair.post(figures, figure).body()).isEqualTo(entered.body());
            problem(head.post(figures, "{\"period\":\"2026-Q3\",\"figure\":1}"), 403, "NOT_YOUR_TASK");
            problem(chair.post(figures, "{\"period\":\"Q3\",\"figure\":1}"), 422, "PERIOD");
            problem(chair.post(plan + "/targets/" + UUID.randomUUID() + "/figures", figure), 404, "UNKNOWN_TARGET");
            assertThat(json(head.get(plan + "/targets")).path("targets").get(0).path("figures"))
                    .hasSize(1);

            JsonNode duties = json(chair.get("/api/v1/reporting-duties?year=2026"));
            assertThat(duties.path("duties")).hasSize(1);
            assertThat(json(neighbour.get("/api/v1/reporting-duties?year=2026")).path("duties"))
                    .isEmpty();
            String duty = "/api/v1/reporting-duties/"
                    + duties.path("duties").get(0).path("id").asText();
            String sent = "{\"year\":2026,\"documentNumber\":\"40/BC-UBND\",\"sentOn\":\"2026-10-20\"}";
            problem(head.post(duty, sent), 404, "UNKNOWN_DUTY");
            problem(neighbour.post(duty, sent), 404, "UNKNOWN_DUTY");
            assertThat(chair.post(duty, sent).statusCode()).isEqualTo(200);
            problem(chair.post(duty, sent), 409, "DONE_ALREADY");
        }
    }

    @ParameterizedTest
    @EnumSource
    void plan_whenTypedOverTheWire_isADraftOfTheCallersOwnPlace(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            Commune commune = new Commune(server);
            Phone chair = phone(server, commune, ActingRole.COMMUNE_LEADER, Commune.CODE);
            Phone head = phone(server, commune, ActingRole.VILLAGE_HEAD, Commune.FIRST);
            String typed =
                    "{\"id\":\"" + UUID.randomUUID() + "\",\"title\":\"Kế hoạch A\",\"issuer\":\"UBND xã Đồi Chè\","
                            + "\"areaCode\":\"" + Commune.CODE + "\"}";

            problem(head.post("/api/v1/plans", typed), 403, "NOT_YOUR_PLACE");
            JsonNode draft = json(chair.post("/api/v1/plans", typed));
            assertThat(draft.path("status").asText()).isEqualTo("DRAFT");
            assertThat(json(chair.post("/api/v1/plans", typed)).path("known").asBoolean())
                    .isTrue();
            String tasks = "/api/v1/plans/" + draft.path("planId").asText() + "/tasks";
            String task = "{\"task\":{\"key\":\"1.a\",\"content\":\"Kiểm tra việc sử dụng vốn vay của các hộ.\","
                    + "\"lead\":\"UBND xã; Hội Nông dân\"},\"reason\":\"typed\"}";
            JsonNode read = json(chair.post(tasks, task));
            assertThat(read.path("leadUnits")).hasSize(2);
            assertThat(read.path("accepts")).isNotEmpty();
            problem(chair.post(tasks, task), 409, "KEY_TWICE");
            problem(chair.post(tasks, "{\"reason\":\"typed\"}"), 400, "REQUIRED");
            problem(head.post(tasks, task), 404, "UNKNOWN_PLAN");
            problem(chair.get("/api/v1/plans/" + draft.path("planId").asText() + "/progress"), 404, "UNKNOWN_PLAN");
        }
    }

    private static long results(Phone phone, String plan) {
        return json(phone.get(plan + "/progress")).path("tasks").findValues("results").stream()
                .filter(JsonNode::isObject)
                .mapToLong(done -> done.path("results").asLong())
                .sum();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return Json.tolerant(answer.body(), JsonNode.class);
        } catch (JsonRefused e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    private static HttpResponse<String> plain(RunningServer server, String path) throws Exception {
        URI address = server.address().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Phone phone(RunningServer server, Commune commune, ActingRole role, String area) {
        Phone phone = new Phone(server);
        phone.enrol(commune.code(commune.person(role + " " + area, Commune.grant(role, area, null))));
        return phone;
    }

    /** The typed plan of the test resources, in force. */
    private UUID published(RunningServer server) throws Exception {
        byte[] bytes;
        try (InputStream in = PlansOverHttpIT.class.getResourceAsStream("/plan/typed-commune.csv")) {
            bytes = Objects.requireNonNull(in).readAllBytes();
        }
        Path file = Files.write(folder.resolve("typed.csv"), bytes);
        PlanReader.ReadPlan read = new PlanReader().readTyped(file);
        PlanService plans = server.bean(PlanService.class);
        return server.bean(Writer.class).write(tx -> {
            UUID id = plans.importDraft(
                            tx,
                            read.plan(),
                            read.sourceName(),
                            read.sourceSha256(),
                            Commune.CODE,
                            server.bean(ServerClock.class).now())
                    .planId();
            return plans.publish(tx, id, Commune.START, Commune.CODE, null).planId();
        });
    }
}
