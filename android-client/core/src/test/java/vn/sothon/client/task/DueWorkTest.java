package vn.sothon.client.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.task.DueWork.Card;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.model.loan.Views;

class DueWorkTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void all_ofADaysWork_isLateFirstThenByDayDueThenTheRestByName() {
        UUID soon = loan("Đinh Thị Hoa", "G1", "2026-03-15");
        UUID late = loan("A Thao", "G1", "2026-03-07");
        UUID later = loan("Y Bé", "G2", "2026-06-01");
        UUID free = loan("Hồ Văn Ba", "G2", null);

        DueWork work = work(Set.of(), Set.of(soon));

        assertThat(work.all()).extracting(card -> card.loan().id()).containsExactly(late, soon, later, free);
        assertThat(work.all())
                .extracting(Card::when)
                .containsExactly(When.LATE, When.SOON, When.LATER, When.NOTHING_OWED);
        assertThat(work.all()).extracting(Card::daysLeft).startsWith(-3L, 5L);
        assertThat(work.all()).extracting(Card::begun).containsExactly(false, true, false, false);
        assertThat(work.count(When.LATE)).isEqualTo(1);
    }

    @Test
    void all_whenTheCheckWasJustSealedHere_owesItNoMore() {
        UUID late = loan("A Thao", "G1", "2026-03-07");
        assertThat(work(Set.of(late), Set.of()).all()).extracting(Card::when).containsExactly(When.NOTHING_OWED);
    }

    @Test
    void groups_whenAnInspectionIsOwed_standBesideTheLoans() {
        UUID id = UUID.randomUUID();
        world.server.publish("group", "G1", 1, new Views.Group("G1", "T\u1ed5 1", "000101", "00010101", null, null));
        world.server.publish(
                "obligation",
                id.toString(),
                1,
                new Views.Obligation(id, null, "GROUP_YEARLY", LocalDate.parse("2026-03-01"), null, "G1", null));

        DueWork work = work(Set.of(), Set.of());

        assertThat(work.all()).isEmpty();
        assertThat(work.groups()).containsExactly(new DueWork.GroupCard("G1", "T\u1ed5 1", When.LATE, -9));
    }

    @Test
    void find_withoutMarks_findsNamesWithThem() {
        UUID hoa = loan("Đinh Thị Hoà", "G1", "2026-03-15");
        loan("A Thao", "G1", "2026-03-07");

        DueWork work = work(Set.of(), Set.of());

        for (String text : List.of("dinh hoa", "ĐINH", "hoà đinh", "đin")) {
            assertThat(work.find(text, null))
                    .as(text)
                    .extracting(card -> card.loan().id())
                    .containsExactly(hoa);
        }
        assertThat(work.find("", null)).hasSize(2);
        assertThat(work.find("dinh", "G2")).isEmpty();
    }

    private DueWork work(Set<UUID> checked, Set<UUID> begun) {
        world.phone.engine().syncOnce();
        return DueWork.of(world.phone.workList(), TODAY, checked, begun);
    }

    private UUID loan(String name, String group, @Nullable String due) {
        UUID id = UUID.randomUUID();
        String number = String.format("66%014d", Math.abs(id.getMostSignificantBits() % 1_000_000));
        world.server.publish(
                "loan",
                id.toString(),
                1,
                new Views.Loan(
                        id,
                        number,
                        "000101",
                        "00010101",
                        group,
                        name,
                        "01",
                        null,
                        50_000_000L,
                        null,
                        null,
                        null,
                        null,
                        "OPEN",
                        null,
                        null));
        if (due != null) {
            UUID obligation = UUID.randomUUID();
            world.server.publish(
                    "obligation",
                    obligation.toString(),
                    1,
                    new Views.Obligation(obligation, id, "NEW_LOAN", LocalDate.parse(due), null));
        }
        return id;
    }
}
