package vn.sothon.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(1_000, 60_000);

    @Test
    void waitMs_whenNothingFailed_isNone() {
        assertThat(backoff.waitMs(0, 0.9)).isZero();
    }

    @Test
    void waitMs_whenFailuresGoOn_doublesUpToTheLongest() {
        assertThat(backoff.waitMs(1, 0)).isEqualTo(500);
        assertThat(backoff.waitMs(2, 0)).isEqualTo(1_000);
        assertThat(backoff.waitMs(3, 0)).isEqualTo(2_000);
        assertThat(backoff.waitMs(7, 0)).isEqualTo(30_000);
        assertThat(backoff.waitMs(1_000_000, 0)).isEqualTo(30_000);
    }

    @Test
    void waitMs_whenDrawn_liesBetweenHalfAndWhole() {
        assertThat(backoff.waitMs(3, 0.5)).isEqualTo(3_000);
        assertThat(backoff.waitMs(3, 0.999_999)).isBetween(3_990L, 4_000L);
    }
}
