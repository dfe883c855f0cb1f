package vn.sothon.server.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one way of pushing came to.
 *
 * @param records stored
 * @param nanos from the first call to the last answer
 * @param cpuNanos of the storing process, all threads
 * @param calls how long each call took, in nanoseconds
 */
record Run(String name, int records, long nanos, long cpuNanos, long[] calls) {
    double perSecond() {
        return records * 1e9 / nanos;
    }

    /** Milliseconds that this share of the calls stayed below. */
    double percentile(double share) {
        long[] sorted = calls.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    String line(Run loop) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %.1f | %.1f | %.0f | %.0f %% |",
                name,
                records,
                perSecond(),
                percentile(0.5),
                percentile(0.99),
                cpuNanos / 1e3 / records,
                100 * perSecond() / loop.perSecond());
    }
}
