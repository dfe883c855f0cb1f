package vn.sothon.client.sync;

/** How long to wait after failures: doubling, with jitter so that a commune's phones do not return together. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final long firstMs;
    private final long longestMs;

    public Backoff(long firstMs, long longestMs) {
        this.firstMs = firstMs;
        this.longestMs = longestMs;
    }

    /**
     * The wait after so many failures in a row; none after none.
     *
     * @param random from 0 to below 1: half of the wait is certain, half is drawn
     */
    public long waitMs(int failures, double random) {
        if (failures <= 0) {
            return 0;
        }
        long whole = Math.min(longestMs, firstMs << Math.min(failures - 1, MOST_DOUBLINGS));
        return whole / 2 + (long) (random * (whole - whole / 2));
    }
}
