package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDatesTest {
    private static final CheckPolicy USUAL = CheckPolicy.usualFrom(LocalDate.of(2026, 1, 1));

    @Test
    void day_whenTheVisitIsBeforeSevenInTheMorning_isTodayInVietNam() {
        assertThat(DueDates.day(Instant.parse("2026-03-01T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void postDisbursement_byTheUsualPolicy_isThirtyDaysLater() {
        LocalDate due = DueDates.postDisbursement(LocalDate.of(2026, 2, 10), USUAL);

        assertThat(due).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(DueDates.daysLeft(LocalDate.of(2026, 3, 7), due)).isEqualTo(5);
        assertThat(DueDates.daysLeft(LocalDate.of(2026, 3, 13), due)).isEqualTo(-1);
    }

    @Test
    void findingToChair_whenAWeekendLiesBetween_countsWorkingDaysOnly() {
        assertThat(DueDates.findingToChair(LocalDate.of(2026, 3, 5), USUAL)).isEqualTo(LocalDate.of(2026, 3, 10));
    }
}
