package vn.sothon.server.platform.jobs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Who promised a job knocks; whoever does the jobs listens. A patient knock is heard when its time is up. */
final class Knocks {
    /** What is to be done now. */
    enum Heard {
        /** Nobody knocked; others may have promised something, or a job's time has come. */
        NOBODY,
        /** Only what does not wait. */
        AT_ONCE,
        EVERYTHING
    }

    private boolean atOnce;
    private boolean later;
    private long laterAt;

    synchronized void knock(Duration patience) {
        if (patience.isZero()) {
            atOnce = true;
        } else if (!later) {
            later = true;
            laterAt = System.nanoTime() + patience.toNanos();
        } else {
            return;
        }
        notifyAll();
    }

    /** Listens for so long at most. */
    synchronized Heard listen(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            long now = System.nanoTime();
            if (later && laterAt - now <= 0) {
                atOnce = false;
                later = false;
                return Heard.EVERYTHING;
            }
            if (atOnce) {
                atOnce = false;
                return Heard.AT_ONCE;
            }
            long left = Math.min(until - now, later ? laterAt - now : Long.MAX_VALUE);
            if (left <= 0) {
                return Heard.NOBODY;
            }
            // Rounded up: half a millisecond is no reason to look again and again.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
    }
}
