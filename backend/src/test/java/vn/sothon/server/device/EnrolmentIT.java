package vn.sothon.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;

class EnrolmentIT {
    private static final String ENROL = "/api/v1/devices/enrol";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void enrol_withCodeAsTypedByHand_makesADevice(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            Phone phone = new Phone(server);

            String typed = commune.code(head)
                    .toLowerCase(Locale.ROOT)
                    .replace('0', 'o')
                    .replace('1', 'l');
            Enrolment.Answer answer = phone.enrol(typed);

            assertThat(answer.person().name()).isEqualTo(head.name());
            assertThat(answer.grants()).isEqualTo(head.grants());
            assertThat(Base64.getUrlDecoder().decode(answer.token())).hasSize(32);
            DeviceKeys.DeviceKey key =
                    server.bean(DeviceKeys.class).device(phone.keyId()).orElseThrow();
            assertThat(key.publicKey()).isEqualTo(phone.keys().getPublic());
            assertThat(key.personId()).isEqualTo(head.id());
            assertThat(key.deviceId()).isEqualTo(answer.deviceId());
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_whenTheAnswerWasLost_givesTheSameDeviceAFreshToken(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            String code = server.bean(EnrolmentService.class)
                    .makeCode(head.id(), EnrolmentService.ON_SCREEN)
                    .text();
            Phone phone = new Phone(server);
            Enrolment.Answer lost = phone.enrol(code);

            clock.forward(Duration.ofHours(20));
            Enrolment.Answer again = phone.enrol(code);

            assertThat(again.deviceId()).isEqualTo(lost.deviceId());
            assertThat(again.token()).isNotEqualTo(lost.token());
            assertThat(server.bean(DeviceService.class).all()).hasSize(1);
            assertThat(server.bean(DeviceTokens.class).find(Seals.sha256(lost.token())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_whenThePhoneWasReplacedAndGetsAFreshCode_isTheSameDeviceTrustedAgain(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            Phone phone = new Phone(server);
            Enrolment.Answer first = phone.enrol(commune.code(head));
            DeviceService devices = server.bean(DeviceService.class);
            devices.revoke(first.deviceId(), Revocation.REPLACED);

            Enrolment.Answer back = phone.enrol(commune.code(head));

            assertThat(back.deviceId()).isEqualTo(first.deviceId());
            assertThat(devices.find(first.deviceId()).orElseThrow().revokedAs()).isNull();
            devices.revoke(first.deviceId(), Revocation.LOST);
            assertThat(phone.tryEnrol(commune.code(head)).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_withAnotherKeyOnAUsedCode_isRefusedAndShown(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            String code = commune.code(head);
            new Phone(server).enrol(code);

            var refused = new Phone(server).tryEnrol(code);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"ENROL_REFUSED\"");
            assertThat(server.bean(EnrolmentService.class).refusedCodesOf()).containsExactly(head.id());
            assertThat(server.bean(DeviceService.class).all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_whateverIsWrong_answersTheSame(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            Phone phone = new Phone(server);
            String unknown = phone.tryEnrol("0000000000").body();

            Enrolment.Request proven = phone.request(commune.code(head));
            Enrolment.Request unproven = new Enrolment.Request(
                    commune.code(head), null, null, null, null, proven.publicKey(), proven.proof());
            assertThat(phone.post(ENROL, Json.write(unproven)).body()).isEqualTo(unknown);

            String late = commune.code(head);
            clock.forward(EnrolmentService.ON_PAPER.plusMillis(1));
            assertThat(phone.tryEnrol(late).body()).isEqualTo(unknown);

            Enrolment.Request noKey =
                    new Enrolment.Request(commune.code(head), null, null, null, null, "AAAA", proven.proof());
            assertThat(phone.post(ENROL, Json.write(noKey)).body()).isEqualTo(unknown);
            assertThat(server.bean(DeviceService.class).all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_afterTenFailures_waitsButLaterGoesOn(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TestClock clock = clock(server);
            Commune commune = new Commune(server);
            String code = commune.code(commune.villageHead());
            Phone phone = new Phone(server);
            for (int i = 0; i < EnrolThrottle.PER_ADDRESS; i++) {
                assertThat(phone.tryEnrol("0000000000").statusCode()).isEqualTo(403);
            }

            var throttled = phone.tryEnrol(code);
            assertThat(throttled.statusCode()).isEqualTo(429);
            assertThat(throttled.headers().firstValue("Retry-After")).isPresent();

            clock.forward(EnrolThrottle.WINDOW);
            assertThat(phone.tryEnrol(code).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrol_withMalformedJson_saysSo(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            var answer = new Phone(server).post(ENROL, "{\"code\":");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"JSON_MALFORMED\"");
            assertThat(answer.headers().firstValue("Sothon-Server-Id")).isPresent();
        }
    }

    private static TestClock clock(RunningServer server) {
        TestClock clock = TestClock.at("2026-03-02T02:00:00.000Z");
        server.bean(ServerClock.class).use(clock);
        return clock;
    }
}
