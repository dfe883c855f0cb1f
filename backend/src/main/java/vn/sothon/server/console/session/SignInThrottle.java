package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.CallerAddress;

/**
 * Slows down whoever guesses passwords. What counts is the account together with the address the attempts come from, and
 * the address alone: whoever tries from elsewhere can keep nobody out of his own account.
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
    private static final int REMEMBERED = 20_000;

    private final ServerClock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int count, long lastAt) {}

    SignInThrottle(ServerClock clock) {
        this.clock = clock;
    }

    /** How long that account must wait there; zero if it may be tried now. */
    synchronized Duration pause(String account, InetAddress address) {
        Duration pair = pause(pairKey(account, address), FREE_OF_PAIR);
        Duration whole = pause(CallerAddress.network(address), FREE_OF_ADDRESS);
        return pair.compareTo(whole) > 0 ? pair : whole;
    }

    synchronized void failed(String account, InetAddress address) {
        count(pairKey(account, address));
        count(CallerAddress.network(address));
    }

    /** A right password ends the pauses of that account there; the address keeps its own. */
    synchronized void succeeded(String account, InetAddress address) {
        failures.remove(pairKey(account, address));
    }

    private Duration pause(String key, int free) {
        Failures known = failures.get(key);
        if (known == null || known.count < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.count - free, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        long until = known.lastAt + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toMillis();
        return Duration.ofMillis(Math.max(0, until - clock.millis()));
    }

    private void count(String key) {
        long now = clock.millis();
        Failures known = failures.get(key);
        boolean counts = known != null && now - known.lastAt <= FORGOTTEN_AFTER.toMillis();
        failures.put(key, new Failures(counts && known != null ? known.count + 1 : 1, now));
    }

    private static String pairKey(String account, InetAddress address) {
        return Seals.sha256(account) + " " + CallerAddress.network(address);
    }
}
