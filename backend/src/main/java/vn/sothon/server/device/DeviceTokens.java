package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.PhoneWord;
import vn.sothon.server.access.TokenHolders;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.cache.BriefCache;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.db.WriterBusy;

/** Tokens of devices: 256 random bits of which only the hash is kept. */
@Singleton
class DeviceTokens implements TokenHolders {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceTokens.class);
    private static final long SEEN_EVERY_MILLIS = 60_000;

    private final Writer writer;
    private final DeviceRows rows;
    private final PersonLookup people;
    private final ServerClock clock;
    private final SecureRandom random = new SecureRandom();
    private final BriefCache<String, Holder> known;
    private final Map<UUID, Heard> lastSeen = new ConcurrentHashMap<>();

    /** When a device was last written down, and with what word. */
    private record Heard(long at, PhoneWord word) {}

    DeviceTokens(Writer writer, DeviceRows rows, PersonLookup people, ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
        this.known = new BriefCache<>(
                20_000, Duration.ofSeconds(10), hash -> rows.byToken(hash).map(this::holder));
    }

    String fresh() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public Optional<Holder> find(String tokenHash) {
        return known.find(tokenHash);
    }

    @Override
    public Optional<Holder> atHand(String tokenHash) {
        return known.atHand(tokenHash);
    }

    @Override
    public void seen(Holder holder, PhoneWord word) {
        UUID device = holder.caller().deviceId();
        long now = clock.millis();
        Heard before = lastSeen.get(device);
        boolean news = word.isSaid() && (before == null || !before.word.equals(word));
        if (before != null && !news && Math.abs(now - before.at) < SEEN_EVERY_MILLIS) {
            return;
        }
        lastSeen.put(device, new Heard(now, word.isSaid() || before == null ? word : before.word));
        try {
            Future<?> unused = writer.submit(tx -> note(device.toString(), now, word))
                    .whenComplete((written, failure) -> {
                        if (failure != null) {
                            LOG.warn("could not note when a device was last seen", failure);
                        }
                    });
        } catch (WriterBusy e) {
            lastSeen.remove(device);
        }
    }

    private int note(String device, long now, PhoneWord word) {
        Integer unsent = word.unsent();
        return unsent == null
                ? rows.seen(device, now)
                : rows.said(
                        device,
                        now,
                        unsent,
                        Optional.ofNullable(word.appVersion()).orElse(""));
    }

    void changed() {
        known.clear();
    }

    private Holder holder(DeviceRow row) {
        Device device = row.device();
        return new Holder(
                new Caller(
                        device.id(),
                        device.personId(),
                        device.keyId(),
                        people.grants(device.personId()),
                        row.revokedAs()),
                device.revokedAt());
    }
}
