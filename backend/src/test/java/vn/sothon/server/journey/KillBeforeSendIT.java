package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.alert.delivery.FcmStub;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.SealingPhone;

/** A process dies after the record was acknowledged and before the message was sent: the next one sends it. */
class KillBeforeSendIT {
    @TempDir
    Path folder;

    @Test
    void alert_whenTheServerIsKilledBeforeItSends_isSentByTheNextOne() throws Exception {
        Path data = folder.resolve("server");
        Path log = folder.resolve("server.log");
        try (FcmStub fcm = new FcmStub()) {
            SealingPhone head;
            SealingPhone leader;
            SealingPhone.Draft draft;
            try (RunningServer server = Engine.SQLITE.start(data)) {
                AlertTown town = new AlertTown(server);
                server.bean(ServerClock.class).use(Clock.systemUTC());
                head = town.phone(town.villageHead);
                leader = town.phone(town.leader);
                draft = town.check(head, 50_000_000, 50_000_000, Finding.of(FindingCode.MISAPPROPRIATION));
            }
            try (ServerProcess without = ServerProcess.on(data, log)) {
                tell(without, leader);
                head.at(without.address()).push(head.seal(draft));
                assertThat(without.kill()).isNotZero();
            }
            assertThat(fcm.all()).isEmpty();

            try (ServerProcess with = ServerProcess.on(
                    data,
                    log,
                    List.of("-Dsothon.firebase.endpoint=" + fcm.address()),
                    List.of("--firebase", fcm.key(folder.resolve("firebase")).toString()))) {
                assertThat(with.address()).isNotNull();
                FcmStub.Arrival arrival = fcm.next();
                assertThat(arrival.token()).isEqualTo("a token");
            }
        }
    }

    private static void tell(ServerProcess server, SealingPhone phone) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/api/v1/devices/me/push-token"))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Bearer " + phone.enrolment().token())
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"token\":\"a token\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
