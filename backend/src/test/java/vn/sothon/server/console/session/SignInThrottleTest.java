package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sothon.server.TestClock;
import vn.sothon.server.platform.clock.ServerClock;

class SignInThrottleTest {
    private final TestClock time = TestClock.at("2026-03-02T08:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(new RememberedFailures(), clock());
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

    /** Wrong passwords, each as soon as one may be tried. */
    private void fail(int times, InetAddress from) {
        for (int i = 0; i < times; i++) {
            SignInThrottle.Attempt attempt = throttle.begin("leader", from);
            if (attempt.mustWait()) {
                time.forward(attempt.pause());
                assertThat(throttle.begin("leader", from).mustWait()).isFalse();
            }
        }
    }

    private Duration pause(String account, InetAddress from) {
        SignInThrottle.Attempt attempt = throttle.begin(account, from);
        if (!attempt.mustWait()) {
            throttle.succeeded(attempt);
        }
        return attempt.pause();
    }

    @Test
    void aLeader_whoseNameIsGuessedElsewhere_isNotKeptOut() {
        for (int i = 0; i < 200; i++) {
            for (int n = 0; n < 10; n++) {
                throttle.begin("leader", address("198.51.100." + i));
            }
        }

        assertThat(pause("leader", here)).isZero();
    }

    @Test
    void pauses_growWithEachFailureAndStopGrowing() {
        fail(SignInThrottle.FREE_OF_PAIR, here);
        assertThat(pause("leader", here)).isEqualTo(SignInThrottle.FIRST_PAUSE);
        fail(1, here);
        assertThat(pause("leader", here)).isEqualTo(SignInThrottle.FIRST_PAUSE.multipliedBy(2));
        fail(20, here);
        assertThat(pause("leader", here)).isEqualTo(SignInThrottle.LONGEST_PAUSE);
    }

    @Test
    void aRightPassword_endsThePausesOfThatAccountThere() {
        fail(SignInThrottle.FREE_OF_PAIR, here);
        time.forward(SignInThrottle.FIRST_PAUSE);
        throttle.succeeded(throttle.begin("leader", here));

        fail(SignInThrottle.FREE_OF_PAIR - 1, here);
        assertThat(pause("leader", here)).isZero();
    }

    @Test
    void oneAddress_thatTriesManyNames_waits() {
        for (int i = 0; i < SignInThrottle.FREE_OF_ADDRESS; i++) {
            throttle.begin("name " + i, here);
        }

        assertThat(pause("yet another", here)).isPositive();
        assertThat(pause("yet another", address("192.0.2.2"))).isZero();
    }

    @Test
    void anOffice_whosePasswordsAreRight_isNotSlowedByItsNumber() {
        for (int i = 0; i < 3 * SignInThrottle.FREE_OF_ADDRESS; i++) {
            assertThat(pause("name " + i, here)).as("attempt " + i).isZero();
        }
    }

    @Test
    void addresses_ofOneNetworkOfTheNewerKind_countAsOne() {
        fail(SignInThrottle.FREE_OF_PAIR, address("2001:db8::1"));

        assertThat(pause("leader", address("2001:db8::2"))).isPositive();
        assertThat(pause("leader", address("2001:db8:1::1"))).isZero();
    }

    @Test
    void failures_areForgottenAfterAnHour() {
        fail(SignInThrottle.FREE_OF_PAIR + 8, here);
        time.forward(Duration.ofMinutes(61));
        fail(1, here);

        assertThat(pause("leader", here)).isZero();
    }

    @Test
    void attempts_thatComeTogether_areNotAllFree() {
        List<Boolean> free = new ArrayList<>(IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> !throttle.begin("leader", here).mustWait())
                .toList());

        assertThat(free.stream().filter(Boolean::booleanValue)).hasSize(SignInThrottle.FREE_OF_PAIR);
    }
}
