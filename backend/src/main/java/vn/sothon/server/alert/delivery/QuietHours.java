package vn.sothon.server.alert.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.sothon.model.rule.DueDates;

/** The hours in which only what is critical may wake somebody, by the clocks of Viet Nam; they may span midnight. */
record QuietHours(LocalTime from, LocalTime to) {

    /** The same instant, or the end of the quiet hours it lies in. */
    Instant after(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, DueDates.VIET_NAM);
        LocalTime time = local.toLocalTime();
        boolean overNight = from.isAfter(to);
        boolean quiet =
                overNight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return at;
        }
        LocalDateTime end = local.toLocalDate().atTime(to);
        return (end.isAfter(local) ? end : end.plusDays(1))
                .atZone(DueDates.VIET_NAM)
                .toInstant();
    }
}
