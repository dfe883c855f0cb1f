package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.sothon.server.TestClock;
import vn.sothon.server.platform.clock.ServerClock;

class SignInThrottleTest {
    private final TestClock time = TestClock.at("2026-03-02T08:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(clock());
    private final InetAddress here = address("192.0.2.1");

    private ServerClock clock() {
        ServerClock clock = new ServerClock();
        clock.use(time);
        return clock;
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fail(int times, InetAddress from) {
        for (int i = 0; i < times; i++) {
            throttle.failed("leader", from);
        }
    }

    @Test
    void aLeader_whoseNameIsGuessedElsewhere_isNotKeptOut() {
        for (int i = 0; i < 200; i++) {
            fail(10, address("198.51.100." + i));
        }

        assertThat(throttle.pause("leader", here)).isZero();
    }

    @Test
    void pauses_growWithEachFailureAndStopGrowing() {
        fail(SignInThrottle.FREE_OF_PAIR, here);
        assertThat(throttle.pause("leader", here)).isEqualTo(SignInThrottle.FIRST_PAUSE);
        time.forward(SignInThrottle.FIRST_PAUSE);
        assertThat(throttle.pause("leader", here)).isZero();
        fail(1, here);
        assertThat(throttle.pause("leader", here)).isEqualTo(SignInThrottle.FIRST_PAUSE.multipliedBy(2));
        fail(20, here);
        assertThat(throttle.pause("leader", here)).isEqualTo(SignInThrottle.LONGEST_PAUSE);
    }

    @Test
    void oneAddress_thatTriesManyNames_waits() {
        for (int i = 0; i < SignInThrottle.FREE_OF_ADDRESS; i++) {
            throttle.failed("name " + i, here);
        }

        assertThat(throttle.pause("yet another", here)).isPositive();
        assertThat(throttle.pause("yet another", address("192.0.2.2"))).isZero();
    }

    @Test
    void addresses_ofOneNetworkOfTheNewerKind_countAsOne() {
        fail(SignInThrottle.FREE_OF_PAIR, address("2001:db8::1"));

        assertThat(throttle.pause("leader", address("2001:db8::2"))).isPositive();
        assertThat(throttle.pause("leader", address("2001:db8:1::1"))).isZero();
    }

    @Test
    void failures_areForgottenAfterAnHour() {
        fail(SignInThrottle.FREE_OF_PAIR + 8, here);
        time.forward(Duration.ofMinutes(61));
        fail(1, here);

        assertThat(throttle.pause("leader", here)).isZero();
    }
}
