package vn.sothon.server.sync.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.TestPhone;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.Ledger;

class PullIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static World world(Engine engine) {
        return new World(servers.on(engine));
    }

    @ParameterizedTest
    @EnumSource
    void pull_forEachRole_givesItsView(Engine engine) throws Exception {
        World world = world(engine);
        world.announce(
                World.task(Ledger.COUNTRY, "country"),
                World.task(world.province, "province"),
                World.task(world.commune, "commune"),
                World.task(world.otherCommune, "elsewhere"),
                world.loan("upper", 1, world.upper, world.women),
                world.loan("lower", 1, world.lower, world.farmers));

        assertThat(world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.upper))
                        .sync()
                        .ids())
                .containsExactlyInAnyOrder("country", "province", "commune", "upper");
        assertThat(world.phone(world.leaderOf(world.farmers)).sync().ids())
                .containsExactlyInAnyOrder("country", "province", "commune", "lower");
        assertThat(world.phone(world.officerOf("12")).sync().ids())
                .containsExactlyInAnyOrder("country", "province", "commune", "upper");
        for (ActingRole role : Set.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER)) {
            assertThat(world.phone(World.grant(role, world.commune)).sync().ids())
                    .containsExactlyInAnyOrder("country", "province", "commune", "upper", "lower");
        }
        assertThat(world.phone(
                                World.grant(ActingRole.CREDIT_OFFICER, world.otherCommune),
                                World.grant(ActingRole.VILLAGE_HEAD, world.lower))
                        .sync()
                        .ids())
                .containsExactlyInAnyOrder("country", "province", "commune", "elsewhere", "lower");
        assertThat(world.phone(World.grant(ActingRole.PROVINCE_VIEWER, world.province))
                        .sync()
                        .ids())
                .containsExactlyInAnyOrder("country", "province");
        assertThat(world.phone().sync().ids()).containsExactly("country");
    }

    @ParameterizedTest
    @EnumSource
    void numbers_ofPeopleInOffice_areSeenByThoseWhoWorkWithThem(Engine engine) throws Exception {
        World world = world(engine);
        PeopleService people = world.server.bean(PeopleService.class);
        Person chief = people.add(
                new NewPerson("Chief", "0901", List.of(World.grant(ActingRole.COMMUNE_LEADER, world.commune))));
        Person head =
                people.add(new NewPerson("Head", "0902", List.of(World.grant(ActingRole.VILLAGE_HEAD, world.upper))));
        Person led = people.add(new NewPerson("Led", "0903", List.of(world.leaderOf(world.farmers))));
        people.add(new NewPerson("No number", null, List.of(World.grant(ActingRole.VILLAGE_HEAD, world.lower))));
        PullingPhone leader = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        PullingPhone neighbour = world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.lower));
        PullingPhone same = world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.upper));
        PullingPhone farmers = world.phone(world.officerOf("11"));

        assertThat(numbers(leader)).containsExactlyInAnyOrder("0901", "0902", "0903");
        assertThat(numbers(neighbour)).containsExactly("0901");
        assertThat(numbers(same)).containsExactlyInAnyOrder("0901", "0902");
        assertThat(numbers(farmers)).containsExactlyInAnyOrder("0901", "0903");

        people.grant(head.id(), World.grant(ActingRole.CREDIT_OFFICER, world.commune));
        people.end(chief.id(), chief.held().get(0).id(), TestPhone.LONG_AGO);
        assertThat(numbers(neighbour)).containsExactly("0902");
        assertThat(numbers(leader)).containsExactlyInAnyOrder("0902", "0903");
        people.grant(led.id(), World.grant(ActingRole.VILLAGE_HEAD, world.lower));
        assertThat(numbers(farmers)).containsExactlyInAnyOrder("0902", "0903");
        assertThat(leader.sync().digest().buckets()).containsAll(leader.recount());
    }

    private static List<String> numbers(PullingPhone phone) throws Exception {
        return phone.sync().rows.values().stream()
                .filter(row -> row.type().equals("phoneNumber"))
                .map(row -> row.data().path("number").asText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenRowsArePersonal_givesThemToTheirPersonOnly(Engine engine) throws Exception {
        World world = world(engine);
        TestPhone leader = TestPhone.on(world.server, world.leaderOf(world.women));
        PullingPhone head = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        PullingPhone led = new PullingPhone(world.server, leader);
        String person = leader.personId().toString();
        world.announce(
                FeedChange.forPerson(world.commune, Pull.Type.record, "own", 1, person, "{}"),
                FeedChange.forPerson(world.otherCommune, Pull.Type.recordStatus, "own-elsewhere", 1, person, "{}"),
                new FeedChange(
                        world.commune,
                        Pull.Type.alert,
                        "about-him",
                        1,
                        world.upper,
                        world.women,
                        null,
                        person,
                        "{}",
                        false,
                        false),
                new FeedChange(
                        world.commune,
                        Pull.Type.alert,
                        "about-another",
                        1,
                        world.upper,
                        world.women,
                        null,
                        UUID.randomUUID().toString(),
                        "{}",
                        false,
                        false));

        assertThat(led.sync().ids())
                .contains("own", "own-elsewhere", "about-another")
                .doesNotContain("about-him");
        assertThat(head.sync().ids()).contains("about-him", "about-another").doesNotContain("own", "own-elsewhere");
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenALoanMovesAndGoes_tellsEachPlaceWhatItSees(Engine engine) throws Exception {
        World world = world(engine);
        PullingPhone upper = world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.upper));
        PullingPhone lower = world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.lower));
        PullingPhone whole = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        FeedChange before = world.loan("moving", 1, world.upper, world.women);
        world.announce(before);
        upper.sync();
        lower.sync();
        whole.sync();

        FeedChange after = world.loan("moving", 2, world.lower, world.farmers);
        world.announce(after, before.gone());
        upper.sync();
        lower.sync();
        whole.sync();

        assertThat(upper.removals).containsExactly("loan moving");
        assertThat(lower.ids()).contains("moving");
        assertThat(whole.removals).isEmpty();
        assertThat(whole.rows).hasEntrySatisfying("loan moving", row -> assertThat(row.version())
                .isEqualTo(2));

        world.announce(after.gone());
        assertThat(lower.sync().removals).containsExactly("loan moving");
        assertThat(whole.sync().removals).containsExactly("loan moving");
        PullingPhone fresh = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        assertThat(fresh.sync().ids()).doesNotContain("moving");
        assertThat(fresh.removals).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenErased_saysSo(Engine engine) throws Exception {
        World world = world(engine);
        PullingPhone phone = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        FeedChange alert = FeedChange.of(world.commune, Pull.Type.alert, "erased", 1, "{}");
        world.announce(alert);
        phone.sync();

        world.announce(
                new FeedChange(world.commune, Pull.Type.alert, "erased", 2, null, null, null, null, "{}", true, true));

        assertThat(phone.page(10).removed()).containsExactly(new Pull.Removed("alert", "erased", true));
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenGrantsChange_startsAgain(Engine engine) throws Exception {
        World world = world(engine);
        LocalDate tomorrow = world.server.bean(ServerClock.class).today().plusDays(1);
        PullingPhone phone = world.phone(
                new Grant(ActingRole.VILLAGE_HEAD, world.upper, null, null, TestPhone.LONG_AGO, tomorrow.minusDays(1)),
                new Grant(ActingRole.VILLAGE_HEAD, world.lower, null, null, tomorrow, null));
        world.announce(
                world.loan("upper", 1, world.upper, world.women), world.loan("lower", 1, world.lower, world.farmers));
        assertThat(phone.sync().ids()).contains("upper").doesNotContain("lower");
        assertThat(phone.sync().answers)
                .allSatisfy(answer -> assertThat(answer.reset()).isNull());

        world.server.bean(ServerClock.class).use(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        try {
            assertThat(phone.page(500).reset()).isTrue();
        } finally {
            world.server.bean(ServerClock.class).use(Clock.systemUTC());
        }
        assertThat(phone.ids()).contains("lower").doesNotContain("upper");
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenTheCursorIsOfNoUse_startsAgain(Engine engine) throws Exception {
        World world = world(engine);
        world.announce(World.task(world.commune, "commune"));
        PullingPhone phone = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        Cursor good = PullingPhone.read(phone.page(500).nextCursor());
        PullingPhone other = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));

        for (String cursor : new String[] {
            "",
            "%%%",
            "eyJhIjoxfQ",
            new Cursor(good.epoch() + 1, good.view(), good.made(), good.read(), Map.of()).text(),
            new Cursor(good.epoch(), good.view(), 0, good.read(), Map.of()).text()
        }) {
            phone.cursor = cursor;
            Pull.Answer answer = phone.page(500);
            assertThat(answer.reset()).as(cursor).isTrue();
            assertThat(phone.ids()).contains("commune");
            assertThat(phone.page(500).reset()).isNull();
        }
        other.cursor = good.text();
        assertThat(other.page(500).reset()).isTrue();
        assertThat(phone.get("/api/v1/sync/pull?limit=many").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenTheAnswerIsLong_isZipped(Engine engine) throws Exception {
        World world = world(engine);
        for (int i = 0; i < 50; i++) {
            world.announce(World.task(world.commune, "task " + i));
        }
        TestPhone phone = TestPhone.on(world.server, World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        URI address = world.server.address().resolve("/api/v1/sync/pull");

        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + phone.token())
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }
}
