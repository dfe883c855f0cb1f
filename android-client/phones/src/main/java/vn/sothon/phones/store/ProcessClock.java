package vn.sothon.phones.store;

import java.time.Instant;
import vn.sothon.client.session.PhoneClock;

/** The machine's clock; each start of the process counts as a start of the phone. */
public final class ProcessClock implements PhoneClock {
    private final long started = System.nanoTime();
    private final long bootCount;

    public ProcessClock(long bootCount) {
        this.bootCount = bootCount;
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public long elapsedMs() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    @Override
    public long bootCount() {
        return bootCount;
    }
}
