package vn.sothon.phones.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.session.Session;
import vn.sothon.client.sync.Transport;
import vn.sothon.phones.store.PhoneFolder;

/** One phone of the fleet with its person's habits. */
final class FleetPhone implements AutoCloseable {
    private static final Duration BETWEEN_RECORDS = Duration.ofMinutes(12);

    private final WorkOrder.PhoneOrder order;
    private final PhoneFolder folder;
    private final SimulatedClock clock;
    private final Phone phone;

    private FleetPhone(WorkOrder.PhoneOrder order, PhoneFolder folder, SimulatedClock clock, Transport transport) {
        this.order = order;
        this.folder = folder;
        this.clock = clock;
        this.phone = folder.phone(transport, clock);
    }

    static FleetPhone open(WorkOrder orders, int index, Transport transport) throws IOException {
        WorkOrder.PhoneOrder order = orders.phones().get(index);
        return new FleetPhone(
                order,
                PhoneFolder.open(orders.folderOf(index)),
                new SimulatedClock(orders.startAt(), order.clockOffHours()),
                transport);
    }

    WorkOrder.PhoneOrder order() {
        return order;
    }

    Phone phone() {
        return phone;
    }

    SimulatedClock clock() {
        return clock;
    }

    Session session() {
        return phone.store()
                .sessions()
                .current()
                .orElseThrow(() -> new IllegalStateException(order.name() + " is not enrolled"));
    }

    /** The person's luck on a day: the same order gives the same luck. */
    Random luck(long seed, int day) {
        return new Random(seed * 1_000_003 + order.name().hashCode() * 31L + day);
    }

    Draft.Acting acting(@Nullable String groupCode, @Nullable UUID visitId) {
        return phone.workPlaces()
                .acting(order.role(), groupCode, visitId)
                .orElseThrow(() -> new IllegalStateException(order.name() + " does not hold " + order.role()));
    }

    /** Seals, and goes on to the next house. */
    BookedRecord seal(Draft draft) {
        SealOutcome outcome = phone.seal(draft);
        clock.pass(BETWEEN_RECORDS);
        if (outcome instanceof SealOutcome.Sealed sealed) {
            return sealed.record();
        }
        throw new IllegalStateException(order.name() + " could not seal a " + draft.kind() + ": " + outcome);
    }

    @Override
    public void close() {
        folder.close();
    }
}
