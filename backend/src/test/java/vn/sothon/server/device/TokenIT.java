package vn.sothon.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

class TokenIT {
    private static final String PUSH_TOKEN = "/api/v1/devices/me/push-token";
    private static final String PUSH = "/api/v1/sync/push";
    private static final String NOT_THERE = "/api/v1/nothing";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void call_withoutKnownToken_isRefusedWithoutRevoking(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Phone stranger = new Phone(server);
            HttpResponse<String> answer = stranger.put(PUSH_TOKEN, "{\"token\":\"t\"}");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"TOKEN_MISSING\"").doesNotContain("DEVICE_REVOKED");
            assertThat(answer.headers().firstValue("Sothon-Server-Id")).isPresent();
            assertThat(answer.headers().firstValue("Sothon-Epoch")).hasValue("1");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(stranger.get("/api/v1/meta").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_withForgottenToken_isUnknown(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            String code = commune.code(commune.villageHead());
            Phone phone = new Phone(server);
            phone.enrol(code);
            assertThat(phone.get(NOT_THERE).statusCode()).isEqualTo(404);

            assertThat(phone.tryEnrol(code).statusCode()).isEqualTo(200);

            HttpResponse<String> answer = phone.get(NOT_THERE);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"TOKEN_UNKNOWN\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pushToken_whenAnotherPhoneTakesIt_belongsToTheLast(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person first = commune.villageHead();
            Person second = commune.person("Second", Commune.grant(ActingRole.VILLAGE_HEAD, Commune.SECOND, null));
            Phone one = new Phone(server);
            one.enrol(commune.code(first));
            Phone two = new Phone(server);
            UUID device = two.enrol(commune.code(second)).deviceId();

            assertThat(one.put(PUSH_TOKEN, "{\"token\":\"t-1\"}").statusCode()).isEqualTo(204);
            assertThat(two.put(PUSH_TOKEN, "{\"token\":\"t-1\"}").statusCode()).isEqualTo(204);

            DeviceService devices = server.bean(DeviceService.class);
            assertThat(devices.pushTokens(first.id())).isEmpty();
            assertThat(devices.pushTokens(second.id())).containsExactly("t-1");
            devices.revoke(device, Revocation.REPLACED);
            assertThat(devices.pushTokens(second.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostDevice_readsNothing_butMayPushForEver(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Phone phone = new Phone(server);
            Commune commune = new Commune(server);
            UUID device = phone.enrol(commune.code(commune.villageHead())).deviceId();
            assertThat(phone.get(NOT_THERE).statusCode()).isEqualTo(404);

            server.bean(DeviceService.class).revoke(device, Revocation.LOST);

            HttpResponse<String> read = phone.get(NOT_THERE);
            assertThat(read.statusCode()).isEqualTo(401);
            assertThat(read.body()).contains("\"DEVICE_REVOKED\"").contains(device.toString());
            clock.forward(Duration.ofDays(400));
            assertThat(phone.post(PUSH, "{}").body()).doesNotContain("DEVICE_REVOKED");
            var key = server.bean(DeviceKeys.class).device(phone.keyId()).orElseThrow();
            assertThat(key.revokedAs()).isEqualTo(Revocation.LOST);
            assertThat(key.revokedAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void replacedDevice_mayPushForThirtyDays(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Phone phone = new Phone(server);
            Commune commune = new Commune(server);
            UUID device = phone.enrol(commune.code(commune.villageHead())).deviceId();

            server.bean(DeviceService.class).revoke(device, Revocation.REPLACED);

            assertThat(phone.get(NOT_THERE).body()).contains("\"DEVICE_REVOKED\"");
            clock.forward(Duration.ofDays(30).minusSeconds(1));
            assertThat(phone.post(PUSH, "{}").body()).doesNotContain("DEVICE_REVOKED");
            clock.forward(Duration.ofSeconds(1));
            assertThat(phone.post(PUSH, "{}").body()).contains("\"DEVICE_REVOKED\"");
            server.bean(DeviceService.class).revoke(device, Revocation.LOST);
            assertThat(phone.post(PUSH, "{}").body()).doesNotContain("DEVICE_REVOKED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void grant_whenGivenLater_isKnownToTheNextCall(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            Phone phone = new Phone(server);
            String hash = Seals.sha256(phone.enrol(commune.code(head)).token());
            DeviceTokens tokens = server.bean(DeviceTokens.class);
            assertThat(tokens.find(hash).orElseThrow().caller().grants()).hasSize(1);

            server.bean(PeopleService.class)
                    .grant(head.id(), Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));

            assertThat(tokens.find(hash).orElseThrow().caller().grants()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_thatSaysWhatThePhoneHolds_isKeptAtOnceAndNonsenseIsNot(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Phone phone = new Phone(server);
            Commune commune = new Commune(server);
            UUID device = phone.enrol(commune.code(commune.villageHead())).deviceId();
            assertThat(device(server, device).unsent()).isNull();

            phone.get(NOT_THERE, "7", "0.2.0");
            assertThat(device(server, device).unsent()).isEqualTo(7);
            assertThat(device(server, device).appVersion()).isEqualTo("0.2.0");
            assertThat(device(server, device).unsentAt()).isEqualTo(clock.instant());

            clock.forward(Duration.ofSeconds(1));
            phone.get(NOT_THERE, "0", "<b>");
            phone.get(NOT_THERE, "many", "0.3.0");
            phone.get(NOT_THERE);
            assertThat(device(server, device).unsent()).isZero();
            assertThat(device(server, device).appVersion()).isEqualTo("0.2.0");
            assertThat(device(server, device).unsentAt()).isEqualTo(clock.instant());
        }
    }

    private static Device device(RunningServer server, UUID id) {
        // What a call leaves behind is written after it was answered, in order.
        server.bean(Writer.class).write(tx -> id);
        return server.bean(DeviceService.class).find(id).orElseThrow();
    }

    private static TestClock clock(RunningServer server) {
        TestClock clock = TestClock.at("2026-03-02T02:00:00.000Z");
        server.bean(ServerClock.class).use(clock);
        return clock;
    }
}
