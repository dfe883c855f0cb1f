package vn.sothon.server.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.RecordKind;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;
import vn.sothon.server.sync.push.SealingPhone;

/** What a village head finds reaches the office, is taken up, settled, and what was recommended is closed with evidence. */
class AlertPagesIT {
    private static final byte[] PDF = "%PDF-1.4 evidence".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final Servers servers = new Servers();

    private static final Map<Engine, Town> TOWNS = new EnumMap<>(Engine.class);

    /** A town with its people signed in. */
    private static final class Town {
        final AlertTown town;
        final Map<String, Browser> browsers = new HashMap<>();
        final SealingPhone head;

        Town(Engine engine) {
            town = new AlertTown(servers.on(engine));
            try {
                head = town.phone(town.villageHead);
                assertThat(town.push(
                                        head,
                                        town.check(
                                                head, 50_000_000, 30_000_000, Finding.of(FindingCode.PARTIAL_MISUSE)))
                                .problems())
                        .isEmpty();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        Browser as(Person person, String name) {
            return browsers.computeIfAbsent(name, key -> Browser.of(town.server, person, name));
        }

        Browser leader() {
            return as(town.leader, "leader");
        }
    }

    private static Town on(Engine engine) {
        return TOWNS.computeIfAbsent(engine, Town::new);
    }

    private static String first(Page list) {
        return list.html().select(".matter h2 a").attr("href");
    }

    @ParameterizedTest
    @EnumSource
    void anAlert_isReadInWordsTakenUpGivenAndSettled(Engine engine) throws Exception {
        Town here = on(engine);
        here.town.loan("6600980010000007", "b\u00f9i th\u1ecb th\u1eed");
        SealingPhone.Draft gone = here.town.check(here.head, 50_000_000, 50_000_000, Finding.of(FindingCode.ABSCONDED));
        gone.loanNumber = "6600980010000007";
        here.town.push(here.head, gone);
        Browser leader = here.leader();

        Page list = leader.get("/alerts?rule=ABSCONDED");
        assertThat(list.text())
                .contains(
                        "Ng\u01b0\u1eddi vay b\u1ecf \u0111i kh\u1ecfi n\u01a1i c\u01b0 tr\u00fa",
                        "First village",
                        "b\u00f9i th\u1ecb th\u1eed");
        String address = first(list);
        Page one = leader.get(address);
        assertThat(one.html().select("a[href=/records/" + gone.id + "]")).hasSize(1);

        Page taken = leader.submit(
                one, "form[action$=/acknowledge]", Map.of("heard", "T\u00f4i xu\u1ed1ng th\u00f4n chi\u1ec1u nay"));
        assertThat(taken.text())
                .contains("\u0110\u00e3 ti\u1ebfp nh\u1eadn", "T\u00f4i xu\u1ed1ng th\u00f4n chi\u1ec1u nay", "Leader");

        String bank = here.town.bank.id().toString();
        assertThat(one.html().select("option[value=" + here.town.groupLeader.id() + "]"))
                .isEmpty();
        assertThat(leader.submit(
                                taken,
                                "form[action$=/assign]",
                                Map.of("to", UUID.randomUUID().toString()))
                        .faultAt("to"))
                .isNotEmpty();
        assertThat(leader.submit(taken, "form[action$=/assign]", Map.of("to", bank))
                        .text())
                .contains("\u0110\u00e3 giao", "Bank");

        Browser officer = here.as(here.town.bank, "bank");
        Page asked = officer.get(first(officer.get("/alerts?show=MINE")));
        assertThat(asked.text()).contains("Tr\u1ea3 l\u1eddi c\u1ee7a ng\u00e2n h\u00e0ng");
        Page empty = officer.submit(asked, "form[action$=/resolve]", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.faultAt("settled")).isNotEmpty();
        Page settled = officer.submit(
                asked, "form[action$=/resolve]", Map.of("settled", "Chuy\u1ec3n <b>n\u1ee3</b> qu\u00e1 h\u1ea1n"));
        assertThat(settled.text()).contains("Chuy\u1ec3n <b>n\u1ee3</b> qu\u00e1 h\u1ea1n");
        assertThat(settled.html().select("main b")).isEmpty();

        Page late = leader.submit(taken, "form[action$=/resolve]", Map.of("settled", "Xong"));
        assertThat(late.faultAt("settled")).isEmpty();
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("\u0111\u00e3 c\u00f3 ng\u01b0\u1eddi tr\u1ea3 l\u1eddi tr\u01b0\u1edbc");
        assertThat(leader.get("/alerts?show=RESOLVED").html().select("a[href=" + address + "]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void alerts_ofOthersAndFormsWithoutTheToken_areRefused(Engine engine) throws Exception {
        Town here = on(engine);
        String address = first(here.leader().get("/alerts?rule=PURPOSE_MISUSED"));
        here.town
                .server
                .bean(AreaService.class)
                .putAll(List.of(new NewArea("98002", AreaKind.COMMUNE, "Elsewhere", Commune.PROVINCE, Commune.START)));
        Person stranger = here.town.commune.person("Stranger", Commune.grant(ActingRole.COMMUNE_LEADER, "98002", null));
        Browser other = here.as(stranger, "stranger");

        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.get("/alerts").text()).doesNotContain("sai m\u1ee5c \u0111\u00edch.");
        assertThat(here.leader().get("/alerts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(here.leader().get("/access-log").text()).contains("B\u1ecb t\u1eeb ch\u1ed1i");
        assertThat(here.leader()
                        .post(address + "/acknowledge", Map.of("csrf", "wrong"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void theLine_tellsAnOpenPageOfANewAlert(Engine engine) throws Exception {
        Town here = on(engine);
        Browser leader = here.leader();
        HttpResponse<InputStream> line = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(here.town.server.address().resolve("/alerts/news"))
                                .header("Accept", "text/event-stream")
                                .header("Cookie", "sothon_session=" + leader.cookie("sothon_session"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(line.statusCode()).isEqualTo(200);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(line.body(), StandardCharsets.UTF_8))) {
            assertThat(next(in)).contains("open");
            String number = "6600980010000008";
            here.town.loan(number, "somebody");
            SealingPhone.Draft draft =
                    here.town.check(here.head, 50_000_000, 10_000_000, Finding.of(FindingCode.MISUSE));
            draft.loanNumber = number;
            here.town.push(here.head, draft);
            assertThat(next(in)).contains("alert");
        }
    }

    private static String next(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("event:") && !line.contains("beat")) {
                return line;
            }
        }
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void aRecommendation_isClosedWithEvidenceOnlyAndStaysFromTheOneConcerned(Engine engine) throws Exception {
        Town here = on(engine);
        UUID id = UUID.randomUUID();
        SealingPhone.Draft minutes = here.town.check(here.head, 1, 1);
        minutes.kind = RecordKind.MONITORING_MINUTES;
        minutes.loanNumber = null;
        minutes.payload = new MonitoringMinutes(
                MonitoringMinutes.Form.VILLAGE,
                RecordSubject.VILLAGE,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                "content",
                null,
                null,
                List.of(new MonitoringMinutes.Recommendation(
                        id, "Thu h\u1ed3i <i>v\u1ed1n</i> sai", LocalDate.parse("2026-02-01"), null)),
                List.of(),
                null,
                null,
                List.of());
        assertThat(here.town.push(here.head, minutes).problems()).isEmpty();
        Browser leader = here.leader();

        Page late = leader.get("/recommendations?show=LATE");
        assertThat(late.text()).contains("Thu h\u1ed3i <i>v\u1ed1n</i> sai", "Qu\u00e1 h\u1ea1n");
        assertThat(late.html().select(".matter i")).isEmpty();
        String address = "/recommendations/" + id;
        assertThat(here.as(here.town.officer, "officer").get(address).status()).isEqualTo(404);
        assertThat(here.as(here.town.province, "province").get(address).status())
                .isEqualTo(403);

        here.town.sql(
                "UPDATE recommendation SET concerned = ? WHERE id = ?",
                here.town.leader.id().toString(),
                id.toString());
        assertThat(leader.get(address).status()).isEqualTo(404);
        assertThat(leader.get("/recommendations").text()).doesNotContain("Thu h\u1ed3i");
        here.town.sql("UPDATE recommendation SET concerned = NULL WHERE id = ?", id.toString());

        Page one = leader.get(address);
        String csrf = one.html().select("main input[name=csrf]").val();
        String version = one.html().select("input[name=version]").val();
        Map<String, String> typed = Map.of("note", "\u0110\u00e3 thu h\u1ed3i", "version", version);
        Page nothing = leader.upload(address + "/close", csrf, typed, "file", "", new byte[0]);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.faultAt("file")).isNotEmpty();
        Page wrong = leader.upload(address + "/close", csrf, typed, "file", "../../x.jpg", new byte[] {1, 2, 3});
        assertThat(wrong.faultAt("file")).contains("JPEG");
        assertThat(leader.upload(address + "/close", "wrong", typed, "file", "e.pdf", PDF)
                        .status())
                .isEqualTo(403);

        Page closed = leader.upload(address + "/close", csrf, typed, "file", "e.pdf", PDF);
        assertThat(closed.text())
                .contains(
                        "\u0110\u00e3 \u0111\u00f3ng ki\u1ebfn ngh\u1ecb c\u00f9ng b\u1eb1ng ch\u1ee9ng",
                        "\u0110\u00e3 thu h\u1ed3i",
                        "Leader");
        String file = closed.html().select("a[href*=/files/]").attr("href");
        assertThat(leader.get(file).response().body()).isEqualTo(PDF);
        assertThat(leader.get(address + "/files/" + "0".repeat(64)).status()).isEqualTo(404);
        assertThat(leader.get("/recommendations?show=CLOSED").text()).contains("Thu h\u1ed3i");
        assertThat(here.town.server.bean(Verification.class).run().faults()).isEmpty();
    }
}
