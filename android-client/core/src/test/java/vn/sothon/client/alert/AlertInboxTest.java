package vn.sothon.client.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.ReadItem;

/** Alerts on a phone: pulled, shown once, answered without a network. */
class AlertInboxTest {
    private static final Instant MORNING = Instant.parse("2026-02-05T01:00:00Z");
    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void all_putsWhatWantsTheMostAttentionFirst() {
        UUID notice = publish(UUID.randomUUID(), 1, alert(AlertSeverity.NOTICE, AlertState.OPEN, 0));
        UUID grave = publish(UUID.randomUUID(), 1, alert(AlertSeverity.CRITICAL, AlertState.OPEN, 0));
        UUID over = publish(UUID.randomUUID(), 1, alert(AlertSeverity.CRITICAL, AlertState.RESOLVED, 0));
        world.phone.engine().syncOnce();

        assertThat(world.phone.alerts().all()).extracting(AlertItem::id).containsExactly(grave, notice, over);
        world.server.remove("alert", grave.toString());
        world.phone.engine().syncOnce();
        assertThat(world.phone.alerts().find(grave)).isEmpty();
    }

    @Test
    void calling_whenTheSameAlertIsPushedAndPulledAgain_showsOneNotification() {
        UUID id = publish(UUID.randomUUID(), 1, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();
        List<AlertItem> first = world.phone.alerts().calling();
        first.forEach(world.phone.alerts()::called);
        publish(id, 2, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();

        assertThat(first).extracting(AlertItem::id).containsExactly(id);
        assertThat(world.phone.alerts().calling()).isEmpty();

        publish(id, 3, alert(AlertSeverity.WARNING, AlertState.OPEN, 1));
        world.phone.engine().syncOnce();
        assertThat(world.phone.alerts().calling()).extracting(AlertItem::id).containsExactly(id);
    }

    @Test
    void acknowledge_withoutANetwork_isShownAtOnceAndSealedOnWhatWasSeen() throws Exception {
        UUID id = publish(UUID.randomUUID(), 4, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();
        world.server.cutNext();

        SealOutcome outcome = world.phone.acknowledge(item(id));
        world.phone.engine().syncOnce();

        assertThat(item(id).state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(item(id).answeredHere()).isTrue();
        assertThat(item(id).canAcknowledge()).isFalse();
        BookedRecord act = ((SealOutcome.Sealed) outcome).record();
        assertThat(act.kind()).isEqualTo(RecordKind.ACKNOWLEDGE_ALERT);
        ReadItem read = ReadItem.trusted(act.item());
        assertThat(read.payload()).isEqualTo(new Act.AcknowledgeAlert(id, 4));
        assertThat(read.head().actingRole()).isEqualTo(ActingRole.COMMUNE_LEADER);
        assertThat(read.head().communeCode()).isEqualTo("000101");

        world.phone.resolve(item(id), "paid back");
        assertThat(item(id).state()).isEqualTo(AlertState.RESOLVED);
        assertThat(world.phone.alerts().calling()).isEmpty();
    }

    @Test
    void assign_withoutANetwork_isShownAtOnceAndStandsBesideTheAcknowledgement() {
        UUID id = publish(UUID.randomUUID(), 4, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();
        UUID asked = UUID.randomUUID();

        world.phone.acknowledge(item(id));
        SealOutcome outcome = world.phone.assign(item(id), asked);

        assertThat(item(id).state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(item(id).assignedTo()).isEqualTo(asked);
        BookedRecord act = ((SealOutcome.Sealed) outcome).record();
        assertThat(ReadItem.trusted(act.item()).payload()).isEqualTo(new Act.AssignAlert(id, 4, asked));
        publish(id, 5, alert(AlertSeverity.WARNING, AlertState.ACKNOWLEDGED, 0));
        world.phone.engine().syncOnce();
        assertThat(item(id).assignedTo()).isNull();
    }

    @Test
    void answer_whenTheServerKnowsBetter_givesWayToItsWord() {
        UUID id = publish(UUID.randomUUID(), 4, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        UUID other = publish(UUID.randomUUID(), 1, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();
        BookedRecord act = ((SealOutcome.Sealed) world.phone.acknowledge(item(other))).record();
        world.phone.resolve(item(id), "settled");
        world.server.judge(act.id(), noEffect(act.id()));
        publish(id, 5, alert(AlertSeverity.WARNING, AlertState.OPEN, 0));
        world.phone.engine().syncOnce();

        assertThat(item(id).state()).isEqualTo(AlertState.OPEN);
        assertThat(item(id).answeredHere()).isFalse();
        assertThat(item(other).state()).isEqualTo(AlertState.OPEN);
    }

    @Test
    void answer_toAnAlertOfAnothersOffice_isNotSealed() {
        AlertView seenOnly = new AlertView(
                UUID.randomUUID(),
                AlertRule.ABSCONDED.name(),
                AlertSeverity.WARNING,
                AlertState.OPEN,
                "000101",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                1,
                MORNING,
                null,
                0,
                null,
                ActingRole.PROVINCE_VIEWER,
                false,
                null,
                null);
        world.server.publish("alert", seenOnly.id().toString(), 1, seenOnly);
        world.phone.engine().syncOnce();

        assertThatThrownBy(() -> world.phone.acknowledge(item(seenOnly.id())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pushToken_whenThePhoneHasOne_isToldOnceAndAgainWhenItChanges() {
        world.phone.pushToken("token of the morning");
        world.server.cutNext();
        world.phone.engine().syncOnce();
        assertThat(world.server.pushTokens()).isEmpty();

        world.phone.engine().syncOnce();
        world.phone.engine().syncOnce();
        assertThat(world.server.pushTokens()).containsExactly("{\"token\":\"token of the morning\"}");

        world.phone.pushToken("token of the evening");
        world.phone.engine().syncOnce();
        assertThat(world.server.pushTokens()).hasSize(2);
    }

    private AlertItem item(UUID id) {
        return world.phone.alerts().find(id).orElseThrow();
    }

    private UUID publish(UUID id, long version, AlertView like) {
        AlertView view = new AlertView(
                id,
                like.rule(),
                like.severity(),
                like.state(),
                like.communeCode(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                like.args(),
                like.occurrences(),
                like.openedAt(),
                null,
                like.level(),
                null,
                like.role(),
                like.mayAnswer(),
                null,
                null);
        world.server.publish("alert", id.toString(), version, view);
        return id;
    }

    private static AlertView alert(AlertSeverity severity, AlertState state, int level) {
        return new AlertView(
                UUID.randomUUID(),
                AlertRule.PURPOSE_MISUSED.name(),
                severity,
                state,
                "000101",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("misusedDong", "1000000"),
                1,
                MORNING,
                null,
                level,
                null,
                ActingRole.COMMUNE_LEADER,
                true,
                null,
                null);
    }

    private static Result noEffect(UUID id) {
        return new Result(
                id, Verdict.ACCEPTED, null, List.of("NO_EFFECT"), List.of(), null, null, null, List.of(), null, null);
    }
}
