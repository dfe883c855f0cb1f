package vn.sothon.server.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.http.ServerAddress;
import vn.sothon.server.platform.http.ServerName;

/** Codes and devices on the command line. */
@Factory
final class DeviceAdmin {
    private final EnrolmentService enrolments;
    private final DeviceService devices;
    private final PersonLookup people;
    private final ServerName name;
    private final ServerAddress address;

    DeviceAdmin(
            EnrolmentService enrolments,
            DeviceService devices,
            PersonLookup people,
            ServerName name,
            ServerAddress address) {
        this.enrolments = enrolments;
        this.devices = devices;
        this.people = people;
        this.name = name;
        this.address = address;
    }

    @Singleton
    @Named("code")
    AdminCommand code() {
        return AdminCommand.of("code", args -> {
            WantedCode wanted = Json.tolerant(args, WantedCode.class);
            Person person = people.one(wanted.person());
            EnrolmentCode code = enrolments.makeCode(
                    person.id(), wanted.onScreen() ? EnrolmentService.ON_SCREEN : EnrolmentService.ON_PAPER);
            return Json.tree(new CodeEntry(
                    code.text(),
                    code.expiresAt(),
                    person.id(),
                    person.name(),
                    name.serverId(),
                    address.url(),
                    address.certSha256()));
        });
    }

    @Singleton
    @Named("device.list")
    AdminCommand deviceList() {
        return AdminCommand.of(
                "device.list",
                args -> Json.tree(devices.all().stream().map(this::entry).toList()));
    }

    @Singleton
    @Named("device.revoke")
    AdminCommand deviceRevoke() {
        return AdminCommand.of("device.revoke", args -> {
            WantedRevocation wanted = Json.tolerant(args, WantedRevocation.class);
            return Json.tree(entry(devices.revoke(wanted.device(), wanted.as())));
        });
    }

    private DeviceEntry entry(Device device) {
        return new DeviceEntry(
                device.id(),
                device.personId(),
                people.find(device.personId()).map(Person::name).orElse(""),
                device.name(),
                device.model(),
                device.appVersion(),
                device.enrolledAt(),
                device.lastSeenAt(),
                device.revokedAs(),
                device.revokedAt(),
                device.unsent(),
                device.unsentAt());
    }

    record WantedCode(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("onScreen") boolean onScreen) {}

    record WantedRevocation(
            @JsonProperty(value = "device", required = true) UUID device,
            @JsonProperty(value = "as", required = true) Revocation as) {}

    record CodeEntry(
            @JsonProperty("code") String code,
            @JsonProperty("expiresAt") Instant expiresAt,
            @JsonProperty("personId") UUID personId,
            @JsonProperty("name") String name,
            @JsonProperty("serverId") UUID serverId,
            @JsonProperty("server") @Nullable String server,
            @JsonProperty("certSha256") @Nullable String certSha256) {}

    record DeviceEntry(
            @JsonProperty("id") UUID id,
            @JsonProperty("personId") UUID personId,
            @JsonProperty("person") String person,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("model") @Nullable String model,
            @JsonProperty("appVersion") @Nullable String appVersion,
            @JsonProperty("enrolledAt") Instant enrolledAt,
            @JsonProperty("lastSeenAt") @Nullable Instant lastSeenAt,
            @JsonProperty("revokedAs") @Nullable Revocation revokedAs,
            @JsonProperty("revokedAt") @Nullable Instant revokedAt,
            @JsonProperty("unsent") @Nullable Integer unsent,
            @JsonProperty("unsentAt") @Nullable Instant unsentAt) {}
}
