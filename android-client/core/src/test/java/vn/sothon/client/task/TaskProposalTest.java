package vn.sothon.client.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Draft;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.rule.TieAnswer;

class TaskProposalTest {
    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void propose_whenAPulledTaskAcceptsTheCheck_namesItWithoutANetwork() {
        PlanTask province = task(PlanLevel.PROVINCE, "00");
        world.server.publish("planTask", province.id().toString(), 1, province);
        world.phone.engine().syncOnce();
        world.server.requests().clear();

        assertThat(world.phone.propose(ChecksMother.aCheck(world.phone.newId())))
                .containsInstanceOf(TieAnswer.Tied.class)
                .get()
                .extracting(answer -> ((TieAnswer.Tied) answer).task())
                .isEqualTo(province);
        assertThat(world.server.requests()).isEmpty();
    }

    @Test
    void propose_whenThePhonesClockWasTurned_goesByTheServersLastWord() {
        PlanTask province = task(PlanLevel.PROVINCE, "00");
        world.server.publish("planTask", province.id().toString(), 1, province);
        world.phone.engine().syncOnce();
        world.clock.turn(Instant.parse("1999-01-01T00:00:00Z"));

        assertThat(world.phone.propose(ChecksMother.aCheck(world.phone.newId())))
                .containsInstanceOf(TieAnswer.Tied.class);
    }

    @Test
    void propose_whenTheTaskIsOfAnotherCommune_findsNone() {
        PlanTask other = task(PlanLevel.COMMUNE, "999999");
        world.server.publish("planTask", other.id().toString(), 1, other);
        world.phone.engine().syncOnce();
        assertThat(world.phone.propose(ChecksMother.aCheck(world.phone.newId())))
                .containsInstanceOf(TieAnswer.Untied.class);
    }

    @Test
    void propose_whenTheFormIsHardlyBegun_saysNothing() {
        Draft draft = ChecksMother.aCheck(world.phone.newId()).withPayload(JsonNodeFactory.instance.objectNode());
        assertThat(world.phone.propose(draft)).isEmpty();
    }

    @Test
    void acting_whenThePersonIsVillageHead_isTheVillageInItsCommune() {
        world.server.publish("village", "00010101", 1, new Views.Village("00010101", "Village", "000101"));
        world.phone.engine().syncOnce();
        assertThat(world.phone.workPlaces().acting(null, null, null))
                .contains(new Draft.Acting(ActingRole.VILLAGE_HEAD, "000101", "00010101", null));
        assertThat(world.phone.workPlaces().acting(ActingRole.CREDIT_OFFICER, null, null))
                .isEmpty();
    }

    private static PlanTask task(PlanLevel level, String area) {
        return new PlanTask(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Plan",
                level,
                area,
                "2.3",
                "Check how loans are used",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TimeFrame(null, TimeFrame.Kind.NONE, null),
                List.of(Acceptance.named(RecordSubject.LOAN, "how loans are used")),
                LocalDate.parse("2026-01-01"),
                null);
    }
}
