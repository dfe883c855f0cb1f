package vn.sothon.server.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.AlertRounds;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.PushTargets;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** The real library against a real HTTP server that speaks as Firebase does, well and ill. */
class DeliveryIT {
    private final FcmStub fcm = new FcmStub();
    private final List<FirebaseSender> senders = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        senders.forEach(FirebaseSender::close);
        fcm.close();
        System.clearProperty("sothon.firebase.endpoint");
    }

    @ParameterizedTest
    @EnumSource
    void alert_onAServerWithAProject_reachesThePhoneAsAnOpaqueId(Engine engine) throws Exception {
        System.setProperty("sothon.firebase.endpoint", fcm.address().toString());
        try (RunningServer server = RunningServer.start(
                engine.settings(folder.resolve("server")).withFirebase(fcm.key(folder.resolve("firebase"))))) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone chief = town.phone(town.leader);
            assertThat(chief.enrolment().firebase())
                    .isEqualTo(new Enrolment.Firebase("demo", "1:4711:android:1", "public-key-of-the-app", "4711"));
            token(town, chief, "token of the leader");

            town.push(phone, town.check(phone, 50_000_000, 40_000_000));

            FcmStub.Arrival arrival = fcm.next();
            AlertView alert = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(arrival.token()).isEqualTo("token of the leader");
            assertThat(arrival.data())
                    .isEqualTo(Map.of("kind", "alert", "id", alert.id().toString()));
            assertThat(arrival.body())
                    .doesNotContain("PURPOSE", "Group one", AlertTown.LOAN, "10000000", "98001", "notification");
        }
    }

    @ParameterizedTest
    @EnumSource
    void token_thatIsUnregistered_isDropped(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            AlertTown town = raised(server);
            fcm.answer(1, 404, "UNREGISTERED", null);

            assertThat(run(server).once()).isEqualTo(1);

            assertThat(rows(town)).containsExactly("DROPPED UNREGISTERED");
            assertThat(value(town, "SELECT COUNT(*) FROM device WHERE push_token IS NOT NULL"))
                    .isEqualTo("0");
            town.days(1);
            assertThat(run(server).once()).isZero();
            assertThat(fcm.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void service_thatAsksToBeLeftAlone_isLeftAloneForThatLong(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            AlertTown town = raised(server);
            DeliveryRun run = run(server);
            fcm.answer(1, 429, "QUOTA_EXCEEDED", "120");

            assertThat(run.once()).isEqualTo(1);
            assertThat(fcm.all()).hasSize(1);
            assertThat(rows(town)).containsExactly("WAITING QUOTA_EXCEEDED");
            town.clock.forward(Duration.ofSeconds(119));
            assertThat(run.once()).isZero();

            town.clock.forward(Duration.ofSeconds(2));
            assertThat(run.once()).isEqualTo(1);
            assertThat(rows(town)).containsExactly("SENT SENT");
            assertThat(fcm.all()).hasSize(2);
        }
    }

    @Test
    void service_thatFails_isAskedAgainLater_andLaterStill() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = raised(server);
            DeliveryRun run = run(server);
            fcm.answer(20, 500, "INTERNAL", null);
            assertThat(run.once()).isEqualTo(1);
            assertThat(rows(town)).containsExactly("WAITING INTERNAL");
            assertThat(run.once()).isZero();

            fcm.recover();
            fcm.answer(20, 503, "UNAVAILABLE", null);
            town.clock.forward(Duration.ofSeconds(10));
            assertThat(run.once()).isEqualTo(1);
            assertThat(rows(town)).containsExactly("WAITING UNAVAILABLE");

            fcm.recover();
            fcm.silent(20);
            town.clock.forward(Duration.ofSeconds(20));
            assertThat(run.once()).isEqualTo(1);
            assertThat(rows(town).get(0)).startsWith("WAITING ");

            fcm.recover();
            town.clock.forward(Duration.ofSeconds(40));
            assertThat(run.once()).isEqualTo(1);
            assertThat(rows(town)).containsExactly("SENT SENT");
            assertThat(fcm.all())
                    .extracting(FcmStub.Arrival::data)
                    .containsOnly(fcm.all().get(0).data());
        }
    }

    @ParameterizedTest
    @EnumSource
    void senders_atTheSameTime_sendEachMessageOnce(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            AlertTown town = new AlertTown(server);
            for (int i = 0; i < 20; i++) {
                String token = "token " + i;
                SealingPhone one = town.phone(i % 2 == 0 ? town.leader : town.bank);
                token(town, one, token);
            }
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 40_000_000, 30_000_000, Finding.of(FindingCode.ABSCONDED)));
            assertThat(rows(town)).hasSize(60);

            CyclicBarrier together = new CyclicBarrier(3);
            List<CompletableFuture<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                DeliveryRun run = run(server);
                runs.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    int sent = 0;
                    for (int now = run.once(); now > 0; now = run.once()) {
                        sent += now;
                    }
                    return sent;
                }));
            }
            int sent = 0;
            for (CompletableFuture<Integer> one : runs) {
                sent += one.join();
            }

            assertThat(sent).isEqualTo(60);
            assertThat(fcm.all()).hasSize(60);
            assertThat(fcm.all().stream().map(a -> a.token() + a.data()).distinct())
                    .hasSize(60);
            assertThat(rows(town)).containsOnly("SENT SENT");
        }
    }

    @Test
    void sender_thatDiesBeforeOrAfterSending_isFollowedByAnother() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = raised(server);
            FirebaseSender real = sender(server);
            DeliveryRun dies = run(server, pushes -> {
                real.send(pushes);
                throw new IllegalStateException("killed before it could write down what it did");
            });
            assertThatThrownBy(dies::once).isInstanceOf(IllegalStateException.class);
            assertThat(rows(town)).containsExactly("WAITING null");

            assertThat(run(server).once()).isZero();
            town.clock.forward(Duration.ofMinutes(4));
            assertThat(run(server).once()).isEqualTo(1);

            assertThat(rows(town)).containsExactly("SENT SENT");
            assertThat(fcm.all()).hasSize(2);
            assertThat(fcm.all().get(0).data()).isEqualTo(fcm.all().get(1).data());
        }
    }

    @Test
    void night_keepsAllButTheCriticalUntilMorning() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = new AlertTown(server);
            token(town, town.phone(town.leader), "token of the leader");
            SealingPhone phone = town.phone(town.villageHead);
            town.clock.forward(Duration.ofHours(14));
            town.push(phone, town.check(phone, 50_000_000, 40_000_000, Finding.of(FindingCode.MISAPPROPRIATION)));
            DeliveryRun run = run(server);

            assertThat(run.once()).isEqualTo(1);
            assertThat(fcm.next().data().get("id"))
                    .isEqualTo(town.alert(town.leader, AlertRule.MISAPPROPRIATION)
                            .id()
                            .toString());
            assertThat(run.once()).isZero();

            town.clock.forward(Duration.ofHours(8));
            assertThat(run.once()).isEqualTo(1);
            assertThat(fcm.next().data().get("id"))
                    .isEqualTo(town.alert(town.leader, AlertRule.PURPOSE_MISUSED)
                            .id()
                            .toString());
        }
    }

    @Test
    void night_beginsWhenPeopleSayItDoes() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = new AlertTown(server);
            token(town, town.phone(town.leader), "token of the leader");
            SealingPhone phone = town.phone(town.villageHead);
            town.clock.forward(Duration.ofHours(14));
            LocalTime late = LocalTime.of(23, 59);
            AlertHours hours = server.bean(AlertHours.class);
            LocalDate today = server.bean(ServerClock.class).today();
            hours.set(new AlertHours.Hours(today, late, LocalTime.of(6, 30), LocalTime.of(7, 0)), town.leader.id());

            town.push(phone, town.check(phone, 50_000_000, 40_000_000));

            assertThat(run(server).once()).isEqualTo(1);
            assertThat(fcm.next().token()).isEqualTo("token of the leader");
        }
    }

    @Test
    void message_aboutAnAlertThatWasResolvedMeanwhile_isNotSent() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = new AlertTown(server);
            SealingPhone chief = town.phone(town.leader);
            token(town, chief, "token of the leader");
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            town.resolve(
                    chief,
                    ActingRole.COMMUNE_LEADER,
                    town.inbox(town.leader, AlertRule.PURPOSE_MISUSED).orElseThrow(),
                    "done");

            assertThat(run(server).once()).isZero();
            assertThat(rows(town)).containsExactly("DROPPED RESOLVED");
            assertThat(fcm.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void notices_areOneSummaryADay(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            AlertTown town = new AlertTown(server);
            token(town, town.phone(town.officer), "token of the officer");
            town.owed(AlertTown.LOAN, LocalDate.of(2026, 3, 4));
            town.loan("6600980010000002", "another");
            town.owed("6600980010000002", LocalDate.of(2026, 3, 9));
            server.bean(AlertRounds.class).run();
            assertThat(town.inbox(town.officer)).hasSize(2);
            assertThat(run(server).once()).isZero();

            DailySummary summary = server.bean(DailySummary.class);
            summary.run();
            summary.run();

            assertThat(run(server).once()).isEqualTo(1);
            assertThat(fcm.next().data()).containsEntry("kind", "summary").containsOnlyKeys("kind", "id");
            assertThat(run(server).once()).isZero();
        }
    }

    @Test
    void device_thatIsRevoked_getsNothing() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            AlertTown town = raised(server);
            town.sql("UPDATE device SET revoked_as = 'LOST', push_token = NULL WHERE person_id = ?", town.leader.id());

            assertThat(run(server).once()).isZero();
            assertThat(rows(town)).containsExactly("DROPPED NO_TOKEN");
        }
    }

    /** An alert for the leader, whose one phone has a token. */
    @Test
    void testMessage_goesToOnesOwnPhones_andOnceAMinute() throws Exception {
        System.setProperty("sothon.firebase.endpoint", fcm.address().toString());
        try (RunningServer server = RunningServer.start(
                Engine.SQLITE.settings(folder.resolve("server")).withFirebase(fcm.key(folder.resolve("firebase"))))) {
            AlertTown town = new AlertTown(server);
            PushTests tests = server.bean(PushTests.class);
            assertThatThrownBy(() -> tests.send(town.leader.id())).hasMessageContaining("None of your phones");
            token(town, town.phone(town.leader), "token of the leader");
            token(town, town.phone(town.villageHead), "token of the head");

            assertThat(tests.send(town.leader.id())).isEqualTo(1);

            FcmStub.Arrival arrival = fcm.next();
            assertThat(arrival.token()).isEqualTo("token of the leader");
            assertThat(arrival.data()).containsEntry("kind", "summary");
            assertThatThrownBy(() -> tests.send(town.leader.id())).hasMessageContaining("within this minute");
            town.clock.forward(Duration.ofMinutes(2));
            tests.send(town.leader.id());
            assertThat(fcm.next().token()).isEqualTo("token of the leader");
            assertThat(tests.ofTests(town.leader.id())).hasSize(2);
            assertThat(tests.ofTests(town.villageHead.id())).isEmpty();
        }
    }

    private AlertTown raised(RunningServer server) throws Exception {
        AlertTown town = new AlertTown(server);
        token(town, town.phone(town.leader), "token of the leader");
        SealingPhone phone = town.phone(town.villageHead);
        town.push(phone, town.check(phone, 50_000_000, 40_000_000));
        assertThat(rows(town)).containsExactly("WAITING null");
        return town;
    }

    private DeliveryRun run(RunningServer server) throws Exception {
        return run(server, sender(server));
    }

    @SuppressWarnings("unchecked")
    private DeliveryRun run(RunningServer server, PushSender sender) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return new DeliveryRun(
                transactions,
                server.bean(Writer.class),
                server.bean(DeliveryStore.class),
                server.bean(PushTargets.class),
                sender,
                server.bean(ServerClock.class));
    }

    private FirebaseSender sender(RunningServer server) throws Exception {
        FirebaseSettings settings = new FirebaseSettings(
                fcm.key(folder.resolve("firebase")).toString(), fcm.address().toString(), 500);
        FirebaseSender sender = new FirebaseSender(settings, server.bean(ServerClock.class));
        senders.add(sender);
        return sender;
    }

    private static void token(AlertTown town, SealingPhone phone, String token) throws Exception {
        URI address = town.server.address().resolve("/api/v1/devices/me/push-token");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Bearer " + phone.enrolment().token())
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private static List<String> rows(AlertTown town) {
        return town.server
                .bean(Writer.class)
                .write(tx -> Sql.list(
                        tx.connection(),
                        "SELECT state, outcome FROM alert_delivery ORDER BY id",
                        row -> row.getString(1) + " " + row.getString(2)));
    }

    private static String value(AlertTown town, String sql) {
        return town.server.bean(Writer.class).write(tx -> Sql.one(tx.connection(), sql, row -> row.getString(1))
                .orElseThrow());
    }
}
