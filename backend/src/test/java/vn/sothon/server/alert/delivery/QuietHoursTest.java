package vn.sothon.server.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Hours of Viet Nam, over midnight and within a day. */
class QuietHoursTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 30));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));

    @Test
    void after_inTheQuietHours_isTheirEnd_andOtherwiseNow() {
        assertThat(NIGHT.after(at("2026-03-02T20:59:59"))).isEqualTo(at("2026-03-02T20:59:59"));
        assertThat(NIGHT.after(at("2026-03-02T21:00:00"))).isEqualTo(at("2026-03-03T06:30:00"));
        assertThat(NIGHT.after(at("2026-03-03T00:10:00"))).isEqualTo(at("2026-03-03T06:30:00"));
        assertThat(NIGHT.after(at("2026-03-03T06:30:00"))).isEqualTo(at("2026-03-03T06:30:00"));
        assertThat(NOON.after(at("2026-03-03T12:10:00"))).isEqualTo(at("2026-03-03T13:00:00"));
        assertThat(NOON.after(at("2026-03-03T13:00:00"))).isEqualTo(at("2026-03-03T13:00:00"));
    }

    private static Instant at(String vietNam) {
        return OffsetDateTime.parse(vietNam + "+07:00").toInstant();
    }
}
