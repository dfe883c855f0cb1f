package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.platform.jobs.Jobs;

/** Villages and communes become parts of others: what lies there goes along at once. */
class MergerIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void village_whenItBecomesPartOfAnother_takesLoansGroupsAndWhatTheyOweAlong(Engine engine) throws Exception {
        Valley valley = valley(engine);
        UUID recommendation = recommend(valley);
        List<String> log = FeedRows.log(valley.server, valley.commune);
        assertThat(types(valley.shown(valley.headOfSecond))).doesNotContainKeys("loan", "group", "recommendation");

        merge(valley, valley.first, valley.second);

        for (SealingPhone head : List.of(valley.headOfFirst, valley.headOfSecond)) {
            Map<String, String> shown = valley.shown(head);
            assertThat(types(shown)).containsEntry("loan", 2L).containsEntry("obligation", 2L);
            assertThat(shown)
                    .containsKeys("group " + valley.group, "recommendation " + recommendation)
                    .hasEntrySatisfying("loan " + valley.loan(1), loan -> assertThat(loan)
                            .contains("\"villageCode\":\"" + valley.second + "\""));
        }
        assertThat(left(valley, "village_code", valley.first)).isEqualTo("0");
        assertThat(valley.text("SELECT village_code FROM loan WHERE id = ?", valley.loan(1)))
                .isEqualTo(valley.second);
        assertThat(FeedRows.log(valley.server, valley.commune)).isEqualTo(log);
        assertThat(valley.push(valley.check(1)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(valley.doneBy(1)).isNotEqualTo("null");
        assertThat(valley.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void commune_whenItBecomesPartOfAnother_takesEverythingToItsFeedAndLeavesItsLog(Engine engine) throws Exception {
        Valley valley = valley(engine);
        UUID recommendation = recommend(valley);
        SealingPhone neighbour = valley.phone(Valley.grant(ActingRole.COMMUNE_LEADER, valley.other, null));
        assertThat(valley.push(valley.check(2)).verdict()).isEqualTo(Verdict.ACCEPTED);
        List<String> log = FeedRows.log(valley.server, valley.commune);

        merge(valley, valley.commune, valley.other);
        merge(valley, valley.commune, valley.other);

        for (SealingPhone phone : List.of(valley.chair, neighbour)) {
            assertThat(types(valley.shown(phone)))
                    .containsEntry("loan", 2L)
                    .containsEntry("obligation", 2L)
                    .containsEntry("village", 2L)
                    .containsEntry("group", 1L)
                    .containsEntry("person", 5L);
        }
        assertThat(valley.shown(neighbour)).containsKey("recommendation " + recommendation);
        assertThat(types(valley.shown(valley.leader))).containsEntry("loan", 2L);
        assertThat(types(valley.shown(valley.headOfFirst))).containsEntry("loan", 2L);
        assertThat(valley.text(
                        "SELECT COUNT(*) FROM feed_row WHERE partition_code = ? AND removed = 0"
                                + " AND type NOT IN ('recordStatus', 'alert')",
                        valley.commune))
                .isEqualTo("0");
        assertThat(FeedRows.log(valley.server, valley.commune)).isEqualTo(log);
        assertThat(valley.push(valley.check(1)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(valley.doneBy(1)).isNotEqualTo("null");
        assertThat(valley.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void scope_ofAPlaceThatTookAnotherIn_holdsBothCodes(Engine engine) throws Exception {
        Valley valley = valley(engine);
        merge(valley, valley.first, valley.second);
        merge(valley, valley.commune, valley.other);

        Scopes scopes = valley.server.bean(Scopes.class);

        assertThat(scopes.of(UUID.randomUUID(), List.of(Valley.grant(ActingRole.COMMUNE_LEADER, valley.other, null)))
                        .communes())
                .containsExactlyInAnyOrder(valley.other, valley.commune);
        assertThat(scopes.of(UUID.randomUUID(), List.of(Valley.grant(ActingRole.VILLAGE_HEAD, valley.first, null)))
                        .villages())
                .containsExactlyInAnyOrder(valley.first, valley.second);
    }

    private static Valley valley(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.first, valley.group), valley.row(2, valley.first, valley.group));
        return valley;
    }

    private static void merge(Valley valley, String code, String into) {
        valley.server.bean(AreaService.class).merge(code, into, DAY);
        valley.server.bean(Jobs.class).runDue();
    }

    private static UUID recommend(Valley valley) throws Exception {
        UUID id = UUID.randomUUID();
        SealingPhone.Draft minutes = valley.headOfFirst.draft(ActingRole.VILLAGE_HEAD, valley.commune);
        minutes.kind = RecordKind.MONITORING_MINUTES;
        minutes.villageCode = valley.first;
        minutes.wall = Valley.OCTOBER;
        minutes.payload = RecommendationsIT.payload(id, "build a fence");
        assertThat(valley.push(minutes).verdict()).isEqualTo(Verdict.ACCEPTED);
        return id;
    }

    private static String left(Valley valley, String column, String code) {
        return valley.text("SELECT COUNT(*) FROM feed_row WHERE removed = 0 AND " + column + " = ?", code);
    }

    private static Map<String, Long> types(Map<String, String> shown) {
        return shown.keySet().stream().collect(Collectors.groupingBy(key -> key.split(" ")[0], Collectors.counting()));
    }
}
