package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Enrolment.PersonView;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.ServerName;

/** Makes one-time codes and turns each into one device. */
@Singleton
public class EnrolmentService {
    /** How long a code printed on paper can be used. */
    public static final Duration ON_PAPER = Duration.ofDays(3);
    /** How long a code shown on a screen can be used. */
    public static final Duration ON_SCREEN = Duration.ofMinutes(15);

    private static final int MAX_TEXT = 100;
    private static final int P256_BITS = 256;

    private final Writer writer;
    private final CodeRows codes;
    private final DeviceRows devices;
    private final DeviceTokens tokens;
    private final DeviceKeys keys;
    private final PeopleService people;
    private final PersonLookup persons;
    private final ServerName name;
    private final ServerClock clock;
    private final Uuid7 ids;

    EnrolmentService(
            Writer writer,
            CodeRows codes,
            DeviceRows devices,
            DeviceTokens tokens,
            DeviceKeys keys,
            PeopleService people,
            PersonLookup persons,
            ServerName name,
            ServerClock clock) {
        this.writer = writer;
        this.codes = codes;
        this.devices = devices;
        this.tokens = tokens;
        this.keys = keys;
        this.people = people;
        this.persons = persons;
        this.name = name;
        this.clock = clock;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /** A code for that person, to be used once. */
    public EnrolmentCode makeCode(UUID personId, Duration validity) {
        String code = CodeText.random();
        Instant now = clock.now();
        Instant expires = now.plus(validity);
        writer.write(tx -> {
            if (persons.find(personId).isEmpty()) {
                throw new AdminRefused("UNKNOWN_PERSON", "No person has the id " + personId + ".");
            }
            return codes.insert(CodeText.hash(code), personId.toString(), now.toEpochMilli(), expires.toEpochMilli());
        });
        return new EnrolmentCode(personId, CodeText.spaced(code), expires);
    }

    /** People whose used code was tried with another key: somebody may have read it over a shoulder. */
    public List<UUID> refusedCodesOf() {
        return codes.refused().stream()
                .map(row -> UUID.fromString(row.personId()))
                .toList();
    }

    /**
     * Makes the phone that shows a code and holds a key a device of the code's person.
     *
     * @return empty for any failure: the one who tries learns nothing from it
     */
    public Optional<Enrolment.Answer> enrol(Enrolment.Request request) {
        PublicKey key = provenKey(request);
        if (key == null) {
            return Optional.empty();
        }
        String keyId = Seals.keyId(key);
        String token = tokens.fresh();
        Optional<String> deviceId = writer.write(tx -> admit(tx, request, keyId, Seals.sha256(token)));
        tokens.changed();
        keys.changed();
        return deviceId.map(id -> answer(UUID.fromString(id), token));
    }

    private static @Nullable PublicKey provenKey(Enrolment.Request request) {
        try {
            PublicKey key = Seals.publicKey(request.publicKey());
            boolean p256 =
                    key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == P256_BITS;
            byte[] signed = Seals.enrolBytes(request.code(), request.publicKey());
            Signature engine = Signature.getInstance("SHA256withECDSA");
            return p256 && Seals.verify(engine, key, signed, request.proof()) ? key : null;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /** The device's id, or nothing. What is noted about a refusal must stay, so nothing is thrown here. */
    private Optional<String> admit(Tx tx, Enrolment.Request request, String keyId, String tokenHash) {
        String codeHash = CodeText.hash(request.code());
        Optional<CodeRow> found = codes.find(codeHash);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CodeRow code = found.get();
        Optional<DeviceRow> holder = devices.byKey(keyId);
        if (code.usedAt() != null) {
            if (!keyId.equals(code.usedKeyId())) {
                codes.refuse(codeHash, clock.millis());
                return Optional.empty();
            }
            // The answer was lost on the way: the same phone asks again, perhaps a day's travel later.
            return holder.filter(device -> device.revokedAs() == null).map(device -> renewed(device, tokenHash));
        }
        if (clock.millis() > code.expiresAt()) {
            return Optional.empty();
        }
        if (holder.isPresent()) {
            DeviceRow device = holder.get();
            if (!device.personId().equals(code.personId()) || !trustedAgain(tx, device)) {
                return Optional.empty();
            }
            codes.use(codeHash, clock.millis(), keyId, device.id());
            return Optional.of(renewed(device, tokenHash));
        }
        String id = added(tx, request, code.personId(), keyId, tokenHash);
        codes.use(codeHash, clock.millis(), keyId, id);
        return Optional.of(id);
    }

    /** A phone put aside may come back with a fresh code of its person: what it still holds unsent is worth that. */
    private boolean trustedAgain(Tx tx, DeviceRow device) {
        if (device.revokedAs() == null) {
            return true;
        }
        if (devices.takeBack(device.id()) == 0) {
            return false;
        }
        Person person = persons.find(UUID.fromString(device.personId())).orElseThrow();
        DeviceGrants.logKey(tx, people.partitions(person), device.id(), device.keyId(), clock.now());
        return true;
    }

    private String renewed(DeviceRow device, String tokenHash) {
        devices.newToken(device.id(), tokenHash);
        return device.id();
    }

    private String added(Tx tx, Enrolment.Request request, String personId, String keyId, String tokenHash) {
        Instant now = clock.now();
        String id = ids.next().toString();
        devices.insert(
                id,
                personId,
                cut(request.deviceName()),
                cut(request.model()),
                cut(request.osVersion()),
                cut(request.appVersion()),
                keyId,
                request.publicKey(),
                tokenHash,
                now.toEpochMilli());
        Person person = persons.find(UUID.fromString(personId)).orElseThrow();
        DeviceGrants.logKey(tx, people.partitions(person), id, keyId, now);
        return id;
    }

    private Enrolment.Answer answer(UUID deviceId, String token) {
        DeviceRow device = devices.find(deviceId.toString()).orElseThrow();
        Person person = persons.find(UUID.fromString(device.personId())).orElseThrow();
        LocalDate today = clock.today();
        List<Grant> notEnded = person.grants().stream()
                .filter(grant -> grant.to() == null || !grant.to().isBefore(today))
                .toList();
        return new Enrolment.Answer(
                name.serverId(),
                name.epoch(),
                deviceId,
                token,
                new PersonView(person.id(), person.name()),
                notEnded,
                clock.now(),
                null,
                null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
