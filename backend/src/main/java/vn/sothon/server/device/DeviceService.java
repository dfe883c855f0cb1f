package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.LogEntry;

/** What becomes of devices once they are enrolled. */
@Singleton
public class DeviceService {
    private final Writer writer;
    private final DeviceRows rows;
    private final DeviceTokens tokens;
    private final DeviceKeys keys;
    private final PeopleService people;
    private final PersonLookup persons;
    private final ServerClock clock;

    DeviceService(
            Writer writer,
            DeviceRows rows,
            DeviceTokens tokens,
            DeviceKeys keys,
            PeopleService people,
            PersonLookup persons,
            ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.tokens = tokens;
        this.keys = keys;
        this.people = people;
        this.persons = persons;
        this.clock = clock;
    }

    public Optional<Device> find(UUID deviceId) {
        return rows.find(deviceId.toString()).map(DeviceRow::device);
    }

    public List<Device> of(UUID personId) {
        return rows.of(personId.toString()).stream().map(DeviceRow::device).toList();
    }

    public List<Device> all() {
        return rows.all().stream().map(DeviceRow::device).toList();
    }

    /** Ends the trust in a device; a replaced one may still become a lost one, never the other way round. */
    public Device revoke(UUID deviceId, Revocation as) {
        Device revoked = writer.write(tx -> {
            DeviceRow row = rows.find(deviceId.toString())
                    .orElseThrow(() -> new AdminRefused("UNKNOWN_DEVICE", "No device has the id " + deviceId + "."));
            Device device = row.device();
            if (device.revokedAs() == as || device.revokedAs() == Revocation.LOST) {
                return device;
            }
            Instant now = clock.now();
            rows.revoke(row.id(), as.name(), now.toEpochMilli());
            Person person = persons.find(device.personId()).orElseThrow();
            for (String partition : people.partitions(person)) {
                tx.log(new LogEntry(
                        partition, LogEntry.Type.REVOKE, row.id(), row.keyId(), now, row.keyId(), as.name()));
            }
            return rows.find(row.id()).orElseThrow().device();
        });
        tokens.changed();
        keys.changed();
        return revoked;
    }

    /** Takes the address for pushes; whoever had the same one before has it no more. */
    public void pushToken(UUID deviceId, String pushToken) {
        writer.write(tx -> {
            rows.takePushToken(deviceId.toString(), pushToken);
            return rows.pushToken(deviceId.toString(), pushToken);
        });
    }

    /** Where pushes to that person's phones go. */
    public List<String> pushTokens(UUID personId) {
        return rows.of(personId.toString()).stream()
                .flatMap(row -> Optional.ofNullable(row.pushToken()).stream())
                .toList();
    }
}
