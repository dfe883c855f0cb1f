package vn.sothon.client.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.sothon.client.session.FakeClock;

class SessionLockTest {
    private final FakeClock clock = FakeClock.morning();
    private final SessionLock lock = new SessionLock(clock);

    @Test
    void lock_whenTheProcessIsFresh_isShut() {
        assertThat(lock.isLocked()).isTrue();
        lock.touch();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void lock_whenUntouchedForFifteenMinutes_fallsShut() {
        lock.unlock();
        clock.pass(Duration.ofMinutes(14));
        lock.touch();
        clock.pass(Duration.ofMinutes(14));
        assertThat(lock.isLocked()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(lock.isLocked()).isTrue();
        lock.touch();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void lock_whenAFormIsOpen_waitsUntilItIsLeft() {
        lock.unlock();
        lock.formOpened();
        clock.pass(Duration.ofHours(3));
        assertThat(lock.isLocked()).isFalse();
        lock.formClosed();
        clock.pass(Duration.ofMinutes(14));
        assertThat(lock.isLocked()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void lock_whenThePersonWishes_isShutAtOnceEvenInAForm() {
        lock.unlock();
        lock.formOpened();
        lock.lock();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void lock_whenTheWallClockIsTurned_doesNotCare() {
        lock.unlock();
        clock.turn(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(lock.isLocked()).isFalse();
    }
}
