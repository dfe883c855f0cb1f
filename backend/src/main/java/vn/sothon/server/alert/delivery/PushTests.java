package vn.sothon.server.alert.delivery;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.id.Uuid5;
import vn.sothon.server.device.PushTargets;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Whether messages reach phones: how the last ones ended, and a message to one's own phones to try it. */
@Singleton
public class PushTests {
    private static final UUID TESTS = UUID.fromString("6a4c7f0e-91b4-5c7e-8d52-0f3a7a4be2c9");
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final FirebaseSettings settings;
    private final DeliveryStore store;
    private final PushTargets targets;
    private final Courier courier;
    private final Writer writer;
    private final Reading reading;

    PushTests(
            FirebaseSettings settings,
            DeliveryStore store,
            PushTargets targets,
            Courier courier,
            Writer writer,
            Reading reading) {
        this.settings = settings;
        this.store = store;
        this.targets = targets;
        this.courier = courier;
        this.writer = writer;
        this.reading = reading;
    }

    @Singleton
    record Reading(TransactionOperations<Connection> transactions, ServerClock clock) {}

    /**
     * Messages that ended alike.
     *
     * @param state {@code WAITING}, {@code SENT}, {@code DROPPED}
     * @param outcome the code of how the last attempt ended; empty before one
     * @param last when the newest of them ended or was promised
     */
    public record Tally(String state, String outcome, long count, Instant last) {}

    /** How messages of the last seven days ended. */
    public List<Tally> lastDays() {
        return reading.transactions()
                .executeRead(status -> store.tally(
                        status.getConnection(), reading.clock().now().minus(LOOKED_BACK)));
    }

    /** What became of a person's own test messages. */
    public List<Tally> ofTests(UUID person) {
        return reading.transactions().executeRead(status -> store.about(status.getConnection(), test(person)));
    }

    /** How many of a person's phones messages can reach. */
    public int phones(UUID person) {
        return reading.transactions()
                .executeRead(status -> targets.of(status.getConnection(), List.of(person)))
                .size();
    }

    /**
     * Promises a message to each of a person's own phones; it says no more than that something can be looked at.
     *
     * @throws AdminRefused {@code NOT_CONFIGURED}, {@code NO_PHONE}, {@code TOO_SOON} within a minute of the last one
     */
    public int send(UUID person) {
        if (!settings.configured()) {
            throw new AdminRefused("NOT_CONFIGURED", "No Firebase project is configured.");
        }
        return writer.write(tx -> {
            List<PushTargets.Target> phones = targets.of(tx.connection(), List.of(person));
            if (phones.isEmpty()) {
                throw new AdminRefused("NO_PHONE", "None of your phones can be reached by messages.");
            }
            Instant now = reading.clock().now();
            int minute = Math.toIntExact(now.getEpochSecond() / 60);
            boolean promised = false;
            for (PushTargets.Target phone : phones) {
                promised |= store.add(
                        tx.connection(), test(person), minute, 0, phone.deviceId(), Delivery.SUMMARY, true, now, now);
            }
            if (!promised) {
                throw new AdminRefused("TOO_SOON", "A test message was sent within this minute.");
            }
            tx.afterCommit(courier::knock);
            return phones.size();
        });
    }

    private static UUID test(UUID person) {
        return Uuid5.of(TESTS, person.toString());
    }
}
