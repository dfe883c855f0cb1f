package vn.sothon.server.platform.limit;

import io.github.bucket4j.TimeMeter;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.Refusal;

/**
 * Asked before a call is worked on. The defaults leave room for a village of phones that come back together after two
 * weeks without a network, behind one address, with all their photos. Each is a setting, {@code sothon.limits.NAME},
 * written as {@link Limit} reads it. Counted in this process and by its own time: a limit guards this node.
 */
@Singleton
public class CallLimits {
    private static final Logger LOG = LoggerFactory.getLogger(CallLimits.class);
    private static final String CODE = "TOO_MANY_CALLS";
    private static final long TOLD_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** Those who were sent away together do not all come back in one second. */
    private static final int JITTER_SECONDS = 4;

    private final TimeMeter time;
    private final Map<String, Shares> all = new LinkedHashMap<>();
    private final Shares devices;
    private final Shares addresses;
    private final Shares nameless;
    private final Shares pages;
    private final Shares heavy;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong toldAt;

    @Inject
    CallLimits(
            @Property(name = "sothon.limits.device", defaultValue = "3000+1200/min") String device,
            @Property(name = "sothon.limits.address", defaultValue = "30000+30000/min") String address,
            @Property(name = "sothon.limits.nameless", defaultValue = "600+600/min") String nameless,
            @Property(name = "sothon.limits.pages", defaultValue = "300+180/min") String pages,
            @Property(name = "sothon.limits.heavy", defaultValue = "40+6/min") String heavy) {
        this(TimeMeter.SYSTEM_NANOTIME, device, address, nameless, pages, heavy);
    }

    CallLimits(TimeMeter time, String device, String address, String nameless, String pages, String heavy) {
        this.time = time;
        this.devices = shares("device", device);
        this.addresses = shares("address", address);
        this.nameless = shares("nameless", nameless);
        this.pages = shares("pages", pages);
        this.heavy = shares("heavy", heavy);
        this.toldAt = new AtomicLong(time.currentTimeNanos() - TOLD_EVERY_NANOS);
    }

    private Shares shares(String name, String written) {
        try {
            Shares made = new Shares(Limit.of(written), time);
            all.put(name, made);
            return made;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sothon.limits." + name + ": " + e.getMessage(), e);
        }
    }

    /** Each limit by its name, for those who want to see how this server is set. */
    public Map<String, Limit> kept() {
        Map<String, Limit> kept = new LinkedHashMap<>();
        all.forEach((name, shares) -> kept.put(name, shares.limit()));
        return kept;
    }

    /**
     * A call of a known device.
     *
     * @throws Refusal 429 {@code TOO_MANY_CALLS} with when to come back, as all of these do
     */
    public void device(UUID deviceId, InetAddress from) {
        take(addresses, CallerAddress.network(from));
        take(devices, deviceId.toString());
    }

    /** A call by nobody that is known: meta, enrolment, a sign-in, a wrong token. */
    public void nameless(InetAddress from) {
        take(nameless, CallerAddress.network(from));
    }

    /** A page of the console, for whoever is signed in; who signs in again gains nothing by it. */
    public void page(UUID personId) {
        take(pages, personId.toString());
    }

    /** One of the console's works that cost much or carry data away: exports, uploads, codes for a village. */
    public void heavy(UUID personId) {
        take(heavy, personId.toString());
    }

    private void take(Shares shares, String whose) {
        long nanos = shares.take(whose);
        if (nanos == 0) {
            return;
        }
        tell();
        int seconds = (int) Math.min(3600, TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
        throw new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                CODE,
                null,
                seconds + ThreadLocalRandom.current().nextInt(JITTER_SECONDS + 1),
                null);
    }

    /** A line a minute at most, without who it was: a flood of calls is no flood of lines. */
    private void tell() {
        long sofar = refused.incrementAndGet();
        long now = time.currentTimeNanos();
        long before = toldAt.get();
        if (now - before >= TOLD_EVERY_NANOS && toldAt.compareAndSet(before, now)) {
            LOG.warn("callers come too often and are told to wait: {} calls since the start", sofar);
        }
    }
}
