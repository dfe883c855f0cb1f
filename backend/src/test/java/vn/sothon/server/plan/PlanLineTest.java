package vn.sothon.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sothon.server.plan.PlanLine.Standing;
import vn.sothon.server.plan.PlanLine.Version;

class PlanLineTest {
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");

    @Test
    void standings_whenAVersionFollows_endTheFirstTheDayBefore() {
        assertThat(standings(from(JANUARY), from(JUNE)))
                .containsExactly(
                        new Standing(PlanStatus.REPLACED, JUNE.minusDays(1)), new Standing(PlanStatus.PUBLISHED, null));
    }

    @Test
    void standings_whenTheLaterVersionIsTakenBack_putTheFirstInForceAgain() {
        assertThat(standings(from(JANUARY), new Version(JUNE, null, true)))
                .containsExactly(
                        new Standing(PlanStatus.PUBLISHED, null),
                        new Standing(PlanStatus.WITHDRAWN, JUNE.minusDays(1)));
    }

    @Test
    void standings_whenAThirdVersionBeginsEarlierThanTheSecond_leaveNoDayToTwo() {
        assertThat(standings(from(JANUARY), from(AUGUST), from(JUNE)))
                .extracting(Standing::to)
                .containsExactly(JUNE.minusDays(1), JUNE.minusDays(1), null);
    }

    @Test
    void standings_whenAPersonEndsIt_keepItInForceUntilThatDay() {
        assertThat(standings(new Version(JANUARY, JUNE, false)))
                .containsExactly(new Standing(PlanStatus.WITHDRAWN, JUNE));
    }

    @Test
    void id_whenOnlyMarksCaseAndPunctuationDiffer_isTheSame() {
        assertThat(PlanLine.id("98001", "UBND xã Hòa Thử", "KẾ HOẠCH thực hiện"))
                .isEqualTo(PlanLine.id("98001", "Ubnd xã  Hoà Thử", "Kế hoạch: thực hiện."))
                .isNotEqualTo(PlanLine.id("98002", "UBND xã Hòa Thử", "KẾ HOẠCH thực hiện"));
    }

    private static Version from(LocalDate day) {
        return new Version(day, null, false);
    }

    private static List<Standing> standings(Version... versions) {
        return new PlanLine(List.of(versions)).standings();
    }
}
