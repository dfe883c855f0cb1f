package vn.sothon.client.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.client.session.FakeClock;

class PinGateTest {
    private static final String PIN = "270945";

    private final FakeClock clock = FakeClock.morning();
    private final InMemoryNotes notes = new InMemoryNotes();
    private final PinGate gate = new PinGate(notes, clock, new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12a456", "000000", "123456", "987654"})
    void set_whenAnybodyWouldTryItFirst_refuses(String pin) {
        assertThatThrownBy(() -> gate.set(pin)).isInstanceOf(IllegalArgumentException.class);
        assertThat(gate.isSet()).isFalse();
    }

    @Test
    void enter_whenRight_forgetsEarlierFailures() {
        gate.set(PIN);
        assertThat(gate.enter("111222")).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Right());
        assertThat(gate.enter("111222")).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(notes.find("pin").orElseThrow()).doesNotContain(PIN);
    }

    @Test
    void enter_whenFiveWereWrong_looksAtNothingForAWhile() {
        wrongTimes(5);
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Wait(30));
        clock.pass(Duration.ofSeconds(29));
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Wait(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.enter("111222")).isEqualTo(new PinAnswer.Wait(60));
        clock.pass(Duration.ofSeconds(60));
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Right());
    }

    @Test
    void enter_whenSomebodyTurnsTheClockOrRestarts_waitsAllTheSame() {
        wrongTimes(5);
        clock.turn(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Wait(30));
        clock.restart();
        assertThat(gate.enter(PIN)).isEqualTo(new PinAnswer.Wait(30));
        assertThat(new PinGate(notes, clock, new SecureRandom()).enter(PIN)).isEqualTo(new PinAnswer.Wait(30));
    }

    @Test
    void forget_whenACodeWasShown_letsAnotherPinBeSet() {
        wrongTimes(5);
        gate.forget();
        assertThat(gate.isSet()).isFalse();
        gate.set("314159");
        assertThat(gate.enter("314159")).isEqualTo(new PinAnswer.Right());
    }

    private void wrongTimes(int times) {
        gate.set(PIN);
        for (int i = 0; i < times; i++) {
            gate.enter("111222");
        }
    }
}
