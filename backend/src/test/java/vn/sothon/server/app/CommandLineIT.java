package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;

class CommandLineIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void commands_whileAServerRuns_goThroughIt(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            assertThat(run("area", "add", "98", "Province", "--kind", "PROVINCE"))
                    .isZero();
            assertThat(run("area", "add", "98001", "Commune", "--kind", "COMMUNE", "--in", "98"))
                    .isZero();
            assertThat(run("person", "add", "An Example", "--role", "COMMUNE_LEADER", "--area", "98001"))
                    .isZero();
            Person person = server.bean(PersonLookup.class).one("an example");
            assertThat(out.toString()).contains(person.id().toString());

            out.getBuffer().setLength(0);
            assertThat(run("code", "An Example")).isZero();
            String code = out.toString().lines().findFirst().orElseThrow();
            assertThat(new Phone(server).enrol(code).person().id()).isEqualTo(person.id());

            out.getBuffer().setLength(0);
            assertThat(run("device", "list")).isZero();
            assertThat(out.toString()).contains("An Example");
            String device = out.toString().substring(0, 36);
            assertThat(run("device", "revoke", device, "--as", "lost")).isZero();
            assertThat(out.toString()).contains("LOST");
        }
        assertThat(folder.resolve("admin.json")).doesNotExist();
    }

    @Test
    void commands_whileNoServerRuns_doTheSameWorkThemselves() throws Exception {
        assertThat(run("person", "add", "An Example", "--role", "administrator", "--area", "VN"))
                .isZero();
        assertThat(run("person", "list")).isZero();
        assertThat(out.toString()).contains("An Example").contains("ADMINISTRATOR for VN");
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            assertThat(server.bean(PersonLookup.class).all()).hasSize(1);
        }
    }

    @Test
    void command_thatCannotBe_endsWithOneSentenceAndOne() {
        assertThat(run("person", "add", "An Example", "--role", "COMMUNE_LEADER", "--area", "98001"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("No area has the code 98001.");
    }

    @Test
    void adminChannel_withoutItsSecret_isNotThere() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            AdminFile file = AdminFile.read(folder).orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin.json"))))
                    .isEqualTo("rw-------");
            URI list = server.address().resolve("/api/v1/admin/person.list");
            assertThat(post(list, "guess").statusCode()).isEqualTo(404);
            assertThat(post(list, file.token()).body()).isEqualTo("{\"ok\":[]}");
            assertThat(post(list, file.token(), "X-Forwarded-For", "203.0.113.7")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(server.address().resolve("/api/v1/admin/no.such"), file.token())
                            .body())
                    .contains("UNKNOWN_COMMAND");
        }
    }

    @Test
    void serve_onATakenPort_saysSoInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = run("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(exit).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).contains("is taken").contains("--port");
        }
    }

    @Test
    void serve_onAFolderInUse_saysSo() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            assertThat(run("serve", "--port", "0")).isEqualTo(2);
            assertThat(err.toString()).contains("Another process works on");
            assertThat(server.address().getPort()).isPositive();
        }
    }

    @Test
    void commands_onAFolderServedFromAnotherDatabase_workOnThatOne() throws Exception {
        ServerSettings elsewhere = Engine.POSTGRESQL.settings(folder);
        DatabaseFile.write(folder, new DatabaseFile.Choice(elsewhere.db(), elsewhere.dbUser()));

        assertThat(run("person", "add", "An Example", "--role", "administrator", "--area", "VN"))
                .isZero();

        assertThat(folder.resolve("sothon.db")).doesNotExist();
        try (RunningServer server = RunningServer.start(elsewhere)) {
            assertThat(server.bean(PersonLookup.class).all()).hasSize(1);
        }
    }

    @Test
    void phone_takesItsArgumentsItself() {
        int exit = runAsIs("phone", "--help");
        assertThat(out.toString()).doesNotContain("Usage: sothon phone");
        assertThat(err.toString().isEmpty()).isEqualTo(exit == 0);
    }

    @Test
    void help_namesEveryCommandInALine() {
        assertThat(runAsIs("--help")).isZero();
        assertThat(out.toString())
                .contains("serve", "area", "person", "code", "device", "phone", "Exit codes")
                .doesNotContain("null");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(runAsIs()).isZero();
        assertThat(runAsIs("person")).isEqualTo(2);
        assertThat(runAsIs("serve", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot");
    }

    private int run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = folder.toString();
        return runAsIs(all);
    }

    private int runAsIs(String... args) {
        return SothonCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static HttpResponse<String> post(URI uri, String token, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
