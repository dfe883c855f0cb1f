package vn.sothon.server.device;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.CallerAddress;

/**
 * Slows down whoever guesses codes. Only failures count: a whole office may enrol behind one address in a morning.
 */
@Singleton
class EnrolThrottle {
    static final int PER_ADDRESS = 10;
    static final int IN_TOTAL = 500;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int ADDRESSES = 10_000;

    private final TimeMeter time;
    private final Bucket total;
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    EnrolThrottle(ServerClock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.total = bucket(IN_TOTAL);
    }

    /** Whether that address may try now. */
    boolean allows(InetAddress address) {
        return total.getAvailableTokens() > 0 && of(address).getAvailableTokens() > 0;
    }

    void failed(InetAddress address) {
        total.tryConsume(1);
        of(address).tryConsume(1);
    }

    private Bucket of(InetAddress address) {
        synchronized (byAddress) {
            return byAddress.computeIfAbsent(CallerAddress.network(address), key -> bucket(PER_ADDRESS));
        }
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
