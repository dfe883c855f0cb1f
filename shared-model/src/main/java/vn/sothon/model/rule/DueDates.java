package vn.sothon.model.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** By which day a check is due; days are those of Viet Nam. */
public final class DueDates {
    /** A visit at 06:30 in Viet Nam is today, not yesterday in UTC. */
    public static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private DueDates() {}

    public static LocalDate day(Instant time) {
        return time.atZone(VIET_NAM).toLocalDate();
    }

    /** The last day on which a loan disbursed on that day can be checked in time. */
    public static LocalDate postDisbursement(LocalDate disbursedOn, CheckPolicy policy) {
        return disbursedOn.plusDays(policy.postDisbursementDays());
    }

    /** Days left until {@code due}, negative when late. */
    public static long daysLeft(LocalDate today, LocalDate due) {
        return ChronoUnit.DAYS.between(today, due);
    }

    /** The working day (Monday to Friday) that lies so many working days after {@code from}. */
    public static LocalDate afterWorkingDays(LocalDate from, int workingDays) {
        LocalDate day = from;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    /** The day a finding of that day must be with the association's chair. */
    public static LocalDate findingToChair(LocalDate foundOn, CheckPolicy policy) {
        return afterWorkingDays(foundOn, policy.findingToChairWorkingDays());
    }
}
