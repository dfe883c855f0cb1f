package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.console.session.FailureBook.Failures;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.CallerAddress;

/**
 * Slows down whoever guesses passwords. What counts is the account together with the address the attempts come from, and
 * the address alone: whoever tries from elsewhere can keep nobody out of his own account. An attempt is counted before the
 * password is looked at and taken back when it was right, so that many at once are not all free.
 */
@Singleton
class SignInThrottle {
    /** Wrong passwords for one account from one address before a pause. */
    static final int FREE_OF_PAIR = 5;
    /** Wrong passwords from one address, whatever the account; a whole office may sit behind one. */
    static final int FREE_OF_ADDRESS = 40;

    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_RACES = 100;

    private final FailureBook book;
    private final ServerClock clock;
    private final AtomicLong sweptAt = new AtomicLong();

    SignInThrottle(FailureBook book, ServerClock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * An attempt that was counted, or one that must wait and was not.
     *
     * @param pause zero if the password may be looked at
     * @param address what stood for the address before it
     */
    record Attempt(Duration pause, String pairKey, String addressKey, @Nullable Failures address) {
        boolean mustWait() {
            return !pause.isZero();
        }
    }

    /** Counts an attempt, unless that account must wait there. */
    Attempt begin(String account, InetAddress from) {
        sweep();
        String network = CallerAddress.network(from);
        String pairKey = Seals.sha256("pair " + Seals.sha256(account) + " " + network);
        String addressKey = Seals.sha256("address " + network);
        Duration ofPair = pause(book.find(pairKey).orElse(null), FREE_OF_PAIR);
        if (!ofPair.isZero()) {
            return new Attempt(ofPair, pairKey, addressKey, null);
        }
        for (int race = 0; race < MOST_RACES; race++) {
            Failures before = book.find(addressKey).orElse(null);
            Duration ofAddress = pause(before, FREE_OF_ADDRESS);
            if (!ofAddress.isZero()) {
                return new Attempt(ofAddress, pairKey, addressKey, before);
            }
            if (book.replace(addressKey, before, oneMore(before))) {
                return new Attempt(count(pairKey), pairKey, addressKey, before);
            }
        }
        return new Attempt(FIRST_PAUSE, pairKey, addressKey, null);
    }

    private Duration count(String pairKey) {
        for (int race = 0; race < MOST_RACES; race++) {
            Failures before = book.find(pairKey).orElse(null);
            Duration pause = pause(before, FREE_OF_PAIR);
            if (!pause.isZero() || book.replace(pairKey, before, oneMore(before))) {
                return pause;
            }
        }
        return FIRST_PAUSE;
    }

    /** A right password ends the pauses of that account there; the address keeps its own, without this attempt. */
    void succeeded(Attempt attempt) {
        for (int race = 0; race < MOST_RACES; race++) {
            Failures pair = book.find(attempt.pairKey).orElse(null);
            if (pair == null || book.replace(attempt.pairKey, pair, null)) {
                break;
            }
        }
        for (int race = 0; race < MOST_RACES; race++) {
            Failures now = book.find(attempt.addressKey).orElse(null);
            if (now == null) {
                return;
            }
            Failures before = attempt.address;
            long lastAt = before == null ? now.lastAt() : before.lastAt();
            Failures less = now.count() <= 1 ? null : new Failures(now.count() - 1, lastAt);
            if (book.replace(attempt.addressKey, now, less)) {
                return;
            }
        }
    }

    private Duration pause(@Nullable Failures known, int free) {
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.count() - free, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        long until = known.lastAt() + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toMillis();
        return Duration.ofMillis(Math.max(0, until - clock.millis()));
    }

    private Failures oneMore(@Nullable Failures known) {
        long now = clock.millis();
        boolean counts = known != null && now - known.lastAt() <= FORGOTTEN_AFTER.toMillis();
        return new Failures(counts && known != null ? known.count() + 1 : 1, now);
    }

    /** What is forgotten is removed, now and then. */
    private void sweep() {
        long now = clock.millis();
        long before = sweptAt.get();
        if (Math.abs(now - before) > FORGOTTEN_AFTER.toMillis() / 4 && sweptAt.compareAndSet(before, now)) {
            book.forget(now - FORGOTTEN_AFTER.toMillis());
        }
    }
}
