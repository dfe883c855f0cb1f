package vn.sothon.server.platform.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bucket for everyone who called lately. Who has been quiet longest is forgotten first: his bucket is full again by
 * then, or he is one of very many.
 */
final class Shares {
    /** Of about 200 bytes each. */
    static final int REMEMBERED = 32_768;

    private static final int DRAWERS = 16;

    private final Limit limit;
    private final TimeMeter time;
    private final List<Drawer> drawers = new ArrayList<>(DRAWERS);

    Shares(Limit limit, TimeMeter time) {
        this.limit = limit;
        this.time = time;
        for (int i = 0; i < DRAWERS; i++) {
            drawers.add(new Drawer());
        }
    }

    Limit limit() {
        return limit;
    }

    /**
     * Takes one call from somebody's share.
     *
     * @return how many nanoseconds until there is one again; 0 if it was taken
     */
    long take(String whose) {
        if (limit.isOff()) {
            return 0;
        }
        ConsumptionProbe probe = of(whose).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    int remembered() {
        return drawers.stream().mapToInt(Drawer::count).sum();
    }

    private Bucket of(String whose) {
        return drawers.get(Math.floorMod(whose.hashCode(), DRAWERS)).of(whose, this);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** A part of all, with a lock of its own: calls seldom wait for one another. */
    private static final class Drawer {
        private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED / DRAWERS;
            }
        };

        synchronized Bucket of(String whose, Shares shares) {
            return buckets.computeIfAbsent(whose, key -> shares.fresh());
        }

        synchronized int count() {
            return buckets.size();
        }
    }
}
