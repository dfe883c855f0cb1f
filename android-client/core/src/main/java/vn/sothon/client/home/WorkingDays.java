package vn.sothon.client.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which offices work: neither Saturday nor Sunday nor a holiday of the sun's calendar. Those of the moon's, and
 * days the government moves, are not known here: a deadline may then be shown a day or more too early, never too late.
 */
public final class WorkingDays {
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private WorkingDays() {}

    public static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** The last of so many working days that follow a day. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int counted = 0; counted < workingDays; ) {
            at = at.plusDays(1);
            counted += isWorking(at) ? 1 : 0;
        }
        return at;
    }

    /** Working days from today up to a deadline: 0 on its day; negative: so many have passed since. */
    public static int left(LocalDate today, LocalDate deadline) {
        int days = 0;
        for (LocalDate at = today; at.isBefore(deadline); at = at.plusDays(1)) {
            days += isWorking(at.plusDays(1)) ? 1 : 0;
        }
        for (LocalDate at = deadline; at.isBefore(today); at = at.plusDays(1)) {
            days -= isWorking(at.plusDays(1)) ? 1 : 0;
        }
        return days;
    }
}
