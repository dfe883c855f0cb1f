package vn.sothon.model.id;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Makes UUIDv7 (RFC 9562 §5.7): sortable by making, never trusted for time. */
public final class Uuid7 {
    private final LongSupplier epochMillis;
    private final SecureRandom random;

    public Uuid7(LongSupplier epochMillis, SecureRandom random) {
        this.epochMillis = epochMillis;
        this.random = random;
    }

    public UUID next() {
        long high = (epochMillis.getAsLong() << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
