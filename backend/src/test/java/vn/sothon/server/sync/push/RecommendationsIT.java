package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.RecordKind;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;

/** Who is shown a recommendation, whose it is, and who may close it. */
class RecommendationsIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void recommendation_whenItIsAboutTheGroupsLeader_isNotShownToHimNorClosedByHim(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        UUID plain = minutes(valley, valley.group, UUID.randomUUID(), "meet every month");
        UUID grave = minutes(valley, valley.group, UUID.randomUUID(), "give it back", FindingCode.MISAPPROPRIATION);

        assertThat(valley.shown(valley.leader)).containsKey("recommendation " + plain);
        assertThat(valley.shown(valley.leader)).doesNotContainKey("recommendation " + grave);
        assertThat(valley.shown(valley.headOfFirst)).containsKey("recommendation " + grave);
        assertThat(close(valley, valley.leader, ActingRole.GROUP_LEADER, grave, 1))
                .containsExactly("NO_EFFECT");
        assertThat(state(valley, grave)).isEqualTo("OPEN");
        assertThat(close(valley, valley.leader, ActingRole.GROUP_LEADER, plain, 1))
                .isEmpty();
        assertThat(state(valley, plain)).isEqualTo("CLOSED");
        assertThat(close(valley, valley.chair, ActingRole.COMMUNE_LEADER, grave, 1))
                .isEmpty();
        assertThat(valley.shown(valley.leader)).doesNotContainKey("recommendation " + grave);
    }

    @ParameterizedTest
    @EnumSource
    void recommendation_whenItsMinutesNameNoVillage_isShownToTheWholeCommuneOnly(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        UUID id = UUID.randomUUID();
        SealingPhone.Draft draft = draft(valley, valley.chair, ActingRole.COMMUNE_LEADER, null, id, "a list");
        draft.villageCode = null;
        valley.push(valley.chair, draft);

        assertThat(valley.shown(valley.chair)).containsKey("recommendation " + id);
        assertThat(valley.shown(valley.headOfFirst)).doesNotContainKey("recommendation " + id);
        assertThat(valley.shown(valley.leader)).doesNotContainKey("recommendation " + id);
        assertThat(close(valley, valley.leader, ActingRole.GROUP_LEADER, id, 1)).containsExactly("NO_EFFECT");
        assertThat(close(valley, valley.headOfFirst, ActingRole.VILLAGE_HEAD, id, 1))
                .containsExactly("NO_EFFECT");
        assertThat(close(valley, valley.chair, ActingRole.COMMUNE_LEADER, id, 1))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void close_whenItComesFromElsewhereOrFromAnOlderState_hasNoEffect(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        UUID id = minutes(valley, null, UUID.randomUUID(), "put up the list");

        assertThat(close(valley, valley.headOfSecond, ActingRole.VILLAGE_HEAD, id, 1))
                .containsExactly("NO_EFFECT");
        assertThat(close(valley, valley.headOfFirst, ActingRole.VILLAGE_HEAD, id, 2))
                .containsExactly("NO_EFFECT");
        assertThat(state(valley, id)).isEqualTo("OPEN");
        assertThat(close(valley, valley.headOfFirst, ActingRole.VILLAGE_HEAD, id, 1))
                .isEmpty();
        assertThat(state(valley, id)).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @EnumSource
    void recommendation_whenOtherMinutesUseItsId_staysWithTheFirst(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        UUID id = UUID.randomUUID();
        SealingPhone.Draft mine =
                draft(valley, valley.headOfFirst, ActingRole.VILLAGE_HEAD, null, id, "put up the list");
        valley.push(mine);
        SealingPhone.Draft taking =
                draft(valley, valley.headOfSecond, ActingRole.VILLAGE_HEAD, null, id, "nothing to do");
        taking.villageCode = valley.second;

        valley.push(valley.headOfSecond, taking);
        assertThat(valley.text("SELECT text FROM recommendation WHERE id = ?", id))
                .isEqualTo("put up the list");

        SealingPhone.Draft correction = valley.correction(mine);
        correction.payload = payload(id, "put up the list of May");
        valley.push(correction);
        assertThat(valley.text("SELECT text FROM recommendation WHERE id = ?", id))
                .isEqualTo("put up the list of May");
        assertThat(state(valley, id)).isEqualTo("OPEN");
    }

    private static UUID minutes(Valley valley, @Nullable String group, UUID id, String text, FindingCode... findings)
            throws Exception {
        SealingPhone.Draft draft =
                draft(valley, valley.headOfFirst, ActingRole.VILLAGE_HEAD, group, id, text, findings);
        assertThat(valley.push(draft).waitsFor()).isNull();
        return id;
    }

    private static SealingPhone.Draft draft(
            Valley valley,
            SealingPhone phone,
            ActingRole role,
            @Nullable String group,
            UUID id,
            String text,
            FindingCode... findings) {
        SealingPhone.Draft draft = phone.draft(role, valley.commune);
        draft.kind = RecordKind.MONITORING_MINUTES;
        draft.villageCode = valley.first;
        draft.groupCode = group;
        draft.wall = Valley.OCTOBER;
        draft.payload = payload(id, text, findings);
        return draft;
    }

    static MonitoringMinutes payload(UUID id, String text, FindingCode... findings) {
        return new MonitoringMinutes(
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
                "what was looked at",
                null,
                null,
                List.of(new MonitoringMinutes.Recommendation(id, text, null, null)),
                List.of(findings).stream().map(Finding::of).toList(),
                null,
                null,
                List.of());
    }

    private static List<String> close(
            Valley valley, SealingPhone phone, ActingRole role, UUID recommendation, long basedOn) throws Exception {
        SealingPhone.Draft act = phone.draft(role, valley.commune);
        act.kind = RecordKind.CLOSE_RECOMMENDATION;
        act.villageCode = role == ActingRole.VILLAGE_HEAD
                ? phone.enrolment().grants().get(0).areaCode()
                : null;
        act.groupCode = role == ActingRole.GROUP_LEADER ? valley.group : null;
        act.payload = new Act.CloseRecommendation(recommendation, basedOn, "it was done", List.of());
        return valley.push(phone, act).notes();
    }

    private static String state(Valley valley, UUID id) {
        return valley.text("SELECT state FROM recommendation WHERE id = ?", id);
    }
}
