package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.alert.delivery.FcmStub;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.sync.push.SealingPhone;

/**
 * A server dies between committing a record and sending its message, or between sending and writing down that it was
 * sent. Whoever starts next sends; the leader's phone, which wakes at each message, shows one notification.
 */
class OneNotificationJourneyIT {
    private final FcmStub fcm = new FcmStub();
    private final ToolProvider phone = ToolProvider.findFirst("phone").orElseThrow();

    @TempDir
    Path folder;

    private String leadersCode;
    private SealingPhone head;
    private SealingPhone.Draft misappropriation;

    @BeforeEach
    void people() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(data())) {
            AlertTown town = new AlertTown(server);
            server.bean(ServerClock.class).use(Clock.systemUTC());
            leadersCode = town.commune.code(town.leader);
            head = town.phone(town.villageHead);
            misappropriation = town.check(head, 50_000_000, 50_000_000, Finding.of(FindingCode.MISAPPROPRIATION));
        }
    }

    @AfterEach
    void close() {
        fcm.close();
    }

    @Test
    void alert_whoseMessageIsLostWithTheServer_callsOnceAfterTheNextStart() throws Exception {
        int port;
        try (ServerProcess dying = serve(0, closedPort())) {
            port = dying.address().getPort();
            found(dying);
            assertThat(dying.kill()).isNotZero();
        }
        assertThat(fcm.all()).isEmpty();
        claimsRunOut();

        try (ServerProcess next = serve(port, fcm.address())) {
            assertThat(next.address().getPort()).isEqualTo(port);
            FcmStub.Arrival message = fcm.next();
            assertThat(message.token()).isEqualTo("token of the leader");

            assertThat(calls(message)).isEqualTo(1);
            assertThat(calls(message)).isZero();
        }
        assertThat(fcm.all()).hasSize(1);
    }

    @Test
    void alert_whoseMessageIsSentTwice_callsOnce() throws Exception {
        fcm.silent(1);
        int port;
        Map<String, String> first;
        try (ServerProcess dying = serve(0, fcm.address())) {
            port = dying.address().getPort();
            found(dying);
            FcmStub.Arrival message = fcm.next();
            first = message.data();
            assertThat(calls(message)).isEqualTo(1);
            assertThat(dying.kill()).isNotZero();
        }
        claimsRunOut();

        try (ServerProcess next = serve(port, fcm.address())) {
            assertThat(next.address().getPort()).isEqualTo(port);
            FcmStub.Arrival again = fcm.next();
            assertThat(again.data()).isEqualTo(first);

            assertThat(calls(again)).isZero();
        }
    }

    /** The leader's phone is enrolled and can be reached; then a village head's finding is committed. */
    private void found(ServerProcess server) throws Exception {
        does("enrol", "--server", server.address().toString(), "--code", leadersCode);
        does("sync", "--push-token", "token of the leader");
        head.at(server.address()).push(head.seal(misappropriation));
    }

    /** What the phone does when a message wakes it; how many notifications about its alert then appear. */
    private long calls(FcmStub.Arrival message) {
        does("sync");
        return does("alerts", "--new")
                .lines()
                .filter(line -> line.startsWith(String.valueOf(message.data().get("id"))))
                .count();
    }

    private String does(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", folder.resolve("phone").toString()));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        assertThat(phone.run(writer, writer, all.toArray(new String[0])))
                .as(said.toString())
                .isZero();
        return said.toString();
    }

    private ServerProcess serve(int port, URI firebase) throws Exception {
        return ServerProcess.on(
                data(),
                folder.resolve("server.log"),
                List.of("-Dsothon.firebase.endpoint=" + firebase),
                List.of(
                        "--port",
                        String.valueOf(port),
                        "--firebase",
                        fcm.key(folder.resolve("firebase")).toString()));
    }

    /** Minutes later, as far as whoever sends next can tell. */
    private void claimsRunOut() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("sothon.db"))) {
            assertThat(
                            Sql.update(
                                    connection,
                                    "UPDATE alert_delivery SET due_at = 0, claimed_until = 0 WHERE state = 'WAITING' AND urgent = 1"))
                    .isEqualTo(1);
        }
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private Path data() {
        return folder.resolve("server");
    }
}
