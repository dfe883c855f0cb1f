package vn.sothon.server.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

class PeopleIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void grants_countFromTheirFirstToTheirLastDay(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            LocalDate last = LocalDate.parse("2026-06-30");
            Person head = commune.person("Head", Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, last));

            Person found = server.bean(PersonLookup.class).find(head.id()).orElseThrow();

            assertThat(found.grantsOn(Commune.START.minusDays(1))).isEmpty();
            assertThat(found.grantsOn(Commune.START)).hasSize(1);
            assertThat(found.grantsOn(last)).hasSize(1);
            assertThat(found.grantsOn(last.plusDays(1))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void end_ofTheOnlyGrant_takesThePersonFromTheCommunesContacts(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            server.bean(ServerClock.class).use(TestClock.at("2026-03-02T02:00:00.000Z"));
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            assertThat(FeedRows.of(server, Commune.CODE))
                    .anyMatch(row -> row.startsWith("person " + head.id()) && row.contains("VILLAGE_HEAD"));

            PeopleService people = server.bean(PeopleService.class);
            HeldGrant held = head.held().get(0);
            people.end(head.id(), held.id(), LocalDate.parse("2026-03-01"));

            assertThat(FeedRows.of(server, Commune.CODE)).noneMatch(row -> row.startsWith("person"));
            assertThat(server.bean(PersonLookup.class)
                            .holding(ActingRole.VILLAGE_HEAD, Commune.FIRST, LocalDate.parse("2026-03-01")))
                    .extracting(Person::id)
                    .containsExactly(head.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void named_findsWithoutMarksAndCase(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person person = commune.person(
                    "\u0110\u1ed7  Th\u1ecb M\u1eadn", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            PersonLookup people = server.bean(PersonLookup.class);
            assertThat(people.one("do thi man").id()).isEqualTo(person.id());
            assertThat(people.one(person.id().toString()).name()).isEqualTo(person.name());
            assertThatThrownBy(() -> people.one("nobody")).isInstanceOf(AdminRefused.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void grant_forTheWrongKindOfPlace_isRefused(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            List<Grant> wrong = List.of(
                    Commune.grant(ActingRole.VILLAGE_HEAD, Commune.CODE, null),
                    Commune.grant(ActingRole.COMMUNE_LEADER, Commune.FIRST, null),
                    Commune.grant(ActingRole.COMMUNE_LEADER, "unknown", null),
                    Commune.grant(ActingRole.PROVINCE_VIEWER, "VN", null),
                    new Grant(ActingRole.GROUP_LEADER, Commune.CODE, null, null, Commune.START, null),
                    new Grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE, null, null, Commune.START, null),
                    new Grant(ActingRole.COMMUNE_LEADER, Commune.CODE, "9800101", null, Commune.START, null));
            for (Grant grant : wrong) {
                assertThatThrownBy(() -> commune.person("Nobody", grant)).isInstanceOf(AdminRefused.class);
            }
            assertThat(server.bean(PersonLookup.class).all()).isEmpty();
        }
    }
}
