package vn.sothon.server.device;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/**
 * The desks at which papers are typed in. A desk is a device like a phone, one for each person who types, with a key
 * this server keeps in its own folder: what it signs says "typed in at the office by", and is revoked like a phone.
 */
@Singleton
public class PaperDesks {
    /** What a desk's row calls itself where a phone names its model. */
    public static final String MODEL = "PAPER_DESK";

    private final Path folder;
    private final Writer writer;
    private final DeviceRows devices;
    private final DeviceTokens tokens;
    private final PersonLookup persons;
    private final PeopleService people;
    private final ServerClock clock;
    private final Uuid7 ids;

    PaperDesks(
            @Value("${sothon.folder}") String folder,
            Writer writer,
            DeviceRows devices,
            DeviceTokens tokens,
            PersonLookup persons,
            PeopleService people,
            ServerClock clock) {
        this.folder = Path.of(folder, "desk-keys");
        this.writer = writer;
        this.devices = devices;
        this.tokens = tokens;
        this.persons = persons;
        this.people = people;
        this.clock = clock;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /** A desk that can sign. */
    public record Desk(UUID deviceId, String keyId, PrivateKey key) {}

    /** The desk of that person; made when it is first needed, and anew when its key is lost or it was revoked. */
    public synchronized Desk of(UUID personId) {
        for (DeviceRow row : devices.of(personId.toString())) {
            if (MODEL.equals(row.model()) && row.revokedAs() == null) {
                Optional<PrivateKey> key = read(row.keyId());
                if (key.isPresent()) {
                    return new Desk(UUID.fromString(row.id()), row.keyId(), key.get());
                }
            }
        }
        return fresh(personId);
    }

    private Desk fresh(UUID personId) {
        KeyPair pair = pair();
        String keyId = Seals.keyId(pair.getPublic());
        // The key first: a desk without one would be of no use, a key without a desk harms nobody.
        write(keyId, pair.getPrivate());
        String id = writer.write(tx -> {
            Person person = persons.find(personId).orElseThrow();
            Instant now = clock.now();
            String device = ids.next().toString();
            devices.insert(
                    device,
                    personId.toString(),
                    null,
                    MODEL,
                    null,
                    null,
                    keyId,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    // Nobody knows the token of this hash: a desk calls no API.
                    Seals.sha256(tokens.fresh()),
                    now.toEpochMilli());
            DeviceGrants.logKey(tx, people.partitions(person), device, keyId, now);
            return device;
        });
        return new Desk(UUID.fromString(id), keyId, pair.getPrivate());
    }

    private Optional<PrivateKey> read(String keyId) {
        Path file = folder.resolve(keyId);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private void write(String keyId, PrivateKey key) {
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(keyId + ".new");
            if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(half, key.getEncoded());
            Files.move(half, folder.resolve(keyId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }
}
