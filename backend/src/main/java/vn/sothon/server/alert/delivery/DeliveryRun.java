package vn.sothon.server.alert.delivery;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.device.PushTargets;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/**
 * Takes what is due, sends it and writes down what became of it. Killed before the sending, the row is sent by whoever
 * looks next; killed between sending and writing down, it is sent twice, and the phone shows it once.
 */
@Singleton
class DeliveryRun {
    /** Longer than the service is ever waited for, its library's own attempts included. */
    private static final Duration CLAIM = Duration.ofMinutes(3);
    /** Whoever was out of reach so long learns of it by pulling. */
    private static final Duration GIVE_UP = Duration.ofHours(36);

    private static final int AT_ONCE = 100;
    private static final long FIRST_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 3_600_000;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final DeliveryStore store;
    private final PushTargets targets;
    private final PushSender sender;
    private final ServerClock clock;

    DeliveryRun(
            TransactionOperations<Connection> transactions,
            Writer writer,
            DeliveryStore store,
            PushTargets targets,
            PushSender sender,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.store = store;
        this.targets = targets;
        this.sender = sender;
        this.clock = clock;
    }

    private record Claimed(Delivery delivery, String token) {
        Push push() {
            return new Push(token, delivery.kind(), delivery.alertId(), delivery.urgent());
        }
    }

    /** One batch; how many rows this call had in its hands. */
    int once() {
        String me = UUID.randomUUID().toString();
        List<Delivery> due =
                transactions.executeRead(status -> store.due(status.getConnection(), clock.now(), AT_ONCE));
        if (due.isEmpty()) {
            return 0;
        }
        List<Claimed> claimed = writer.write(tx -> claim(tx, due, me));
        if (claimed.isEmpty()) {
            return 0;
        }
        List<PushOutcome> outcomes =
                sender.send(claimed.stream().map(Claimed::push).toList());
        writer.write(tx -> {
            for (int i = 0; i < outcomes.size(); i++) {
                settle(tx, claimed.get(i), outcomes.get(i), me);
            }
            return outcomes.size();
        });
        return claimed.size();
    }

    private List<Claimed> claim(Tx tx, List<Delivery> due, String me) throws SQLException {
        Instant now = clock.now();
        List<Claimed> claimed = new ArrayList<>();
        for (Delivery delivery : due) {
            if (!store.claim(tx.connection(), delivery, me, now, now.plus(CLAIM))) {
                continue;
            }
            Optional<String> token = targets.token(tx.connection(), delivery.deviceId());
            String useless = useless(tx, delivery, token, now);
            if (useless == null && token.isPresent()) {
                claimed.add(new Claimed(delivery, token.get()));
            } else {
                store.settle(tx.connection(), delivery.id(), me, "DROPPED", String.valueOf(useless), now);
            }
        }
        return claimed;
    }

    private @Nullable String useless(Tx tx, Delivery delivery, Optional<String> token, Instant now)
            throws SQLException {
        if (token.isEmpty()) {
            return "NO_TOKEN";
        }
        if (delivery.madeAt().isBefore(now.minus(GIVE_UP))) {
            return "TOO_OLD";
        }
        return store.isResolved(tx.connection(), delivery.alertId()) ? "RESOLVED" : null;
    }

    private void settle(Tx tx, Claimed claimed, PushOutcome outcome, String me) throws SQLException {
        Instant now = clock.now();
        UUID id = claimed.delivery.id();
        if (outcome instanceof PushOutcome.Sent) {
            store.settle(tx.connection(), id, me, "SENT", "SENT", now);
        } else if (outcome instanceof PushOutcome.Unregistered) {
            targets.drop(tx.connection(), claimed.delivery.deviceId(), claimed.token);
            store.settle(tx.connection(), id, me, "DROPPED", "UNREGISTERED", now);
        } else if (outcome instanceof PushOutcome.Refused refused) {
            store.settle(tx.connection(), id, me, "DROPPED", refused.code(), now);
        } else if (outcome instanceof PushOutcome.Later later) {
            store.postpone(tx.connection(), id, me, later.code(), now.plus(pause(claimed.delivery, later)));
        }
    }

    private static Duration pause(Delivery delivery, PushOutcome.Later later) {
        long backOff = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(delivery.attempts(), 12));
        long jittered = backOff / 2 + ThreadLocalRandom.current().nextLong(backOff / 2 + 1);
        Duration asked = later.after();
        return asked == null || asked.isNegative() || asked.isZero() ? Duration.ofMillis(jittered) : asked;
    }
}
