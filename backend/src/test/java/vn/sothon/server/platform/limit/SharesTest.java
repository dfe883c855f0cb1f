package vn.sothon.server.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final AtomicLong now = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void someone_whoUsedUpHisShare_waitsUntilThereIsMoreAndKeepsNobodyElse() {
        Shares shares = new Shares(Limit.of("3+60/min"), time);
        for (int i = 0; i < 3; i++) {
            assertThat(shares.take("one")).isZero();
        }

        assertThat(Duration.ofNanos(shares.take("one")))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(1).plusMillis(100));
        assertThat(shares.take("another")).isZero();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(shares.take("one")).isZero();
        assertThat(shares.take("one")).isPositive();
    }

    @Test
    void memory_whenVeryManyCome_staysBounded() {
        Shares shares = new Shares(Limit.of("1+1/min"), time);
        for (int i = 0; i < 3 * Shares.REMEMBERED; i++) {
            shares.take("caller " + i);
        }

        assertThat(shares.remembered()).isBetween(Shares.REMEMBERED / 2, Shares.REMEMBERED);
    }

    @Test
    void aCaller_whoKeepsCalling_isNotForgottenForThoseWhoCameOnce() {
        Shares shares = new Shares(Limit.of("1+1/min"), time);
        shares.take("mad");
        for (int i = 0; i < 3 * Shares.REMEMBERED; i++) {
            shares.take("caller " + i);
            assertThat(shares.take("mad")).isPositive();
        }
    }

    @Test
    void aLimit_isReadAsItIsWritten() {
        assertThat(Limit.of("3000+1200/min")).isEqualTo(new Limit(3000, 1200)).hasToString("3000+1200/min");
        assertThat(Limit.of(" OFF ").isOff()).isTrue();
        assertThat(new Shares(Limit.NONE, time).take("anyone")).isZero();
        for (String wrong : new String[] {"", "3000", "0+5/min", "5+0/min", "-1+1/min", "3000 per minute", "1+1/sec"}) {
            assertThatThrownBy(() -> Limit.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
