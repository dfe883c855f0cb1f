package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.admin.AdminCommands;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** Second factors in the database and after it was copied, upgraded, renewed. */
class CodeSecretsIT {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    Path folder;

    private static Person administrator(RunningServer server) {
        server.bean(ServerClock.class).use(TestClock.at("2026-03-02T02:00:00Z"));
        Person person = new Commune(server)
                .person("Người quản trị", Commune.grant(ActingRole.ADMINISTRATOR, Commune.CODE, null));
        Browser browser = Browser.of(server, person, "quan.tri");
        assertThat(browser.get("/").path()).isEqualTo("/");
        return person;
    }

    private static String stored(RunningServer server, UUID person) {
        return server.bean(Writer.class).write(tx -> Sql.one(
                        tx.connection(),
                        "SELECT totp_secret FROM console_account WHERE person_id = ?",
                        row -> String.valueOf(row.getString(1)),
                        person)
                .orElseThrow());
    }

    private static void store(RunningServer server, UUID person, String secret) {
        server.bean(Writer.class)
                .write(tx -> Sql.update(
                        tx.connection(),
                        "UPDATE console_account SET totp_secret = ? WHERE person_id = ?",
                        secret,
                        person));
    }

    private static Page signIn(RunningServer server, String secret) {
        TestClock later = TestClock.at("2026-03-02T03:00:00Z");
        server.bean(ServerClock.class).use(later);
        later.forward(Duration.ofSeconds(System.nanoTime() % 1000 * 60));
        Browser browser = new Browser(server);
        return browser.code(browser.signIn("quan.tri"), secret);
    }

    @ParameterizedTest
    @EnumSource
    void aSecret_liesLockedInTheDatabase(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Person person = administrator(server);

            assertThat(stored(server, person.id())).matches("v1\\.[0-9a-f]{16}\\.[A-Za-z0-9_-]{70,}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecret_anOlderServerStoredOpen_isLockedAtTheStartAndStillGood(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        UUID person;
        try (RunningServer server = RunningServer.start(settings)) {
            person = administrator(server).id();
            store(server, person, SECRET);
        }

        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(stored(server, person)).startsWith("v1.").doesNotContain(SECRET);
            assertThat(signIn(server, SECRET).path()).isEqualTo("/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_whenRenewed_lockAllSecretsAnew(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            UUID person = administrator(server).id();
            store(server, person, SECRET);
            String before = stored(server, person);

            JsonNode answer = server.bean(AdminCommands.class).run("keys.renew", Json.tolerant("{}", JsonNode.class));

            assertThat(answer.path("ok").path("lockedAnew").asInt()).isEqualTo(1);
            assertThat(stored(server, person)).startsWith("v1.").isNotEqualTo(before);
            assertThat(signIn(server, SECRET).path()).isEqualTo("/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabase_withoutItsKeys_letsNobodyInByACodeUntilItIsSetUpAnew(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        UUID person;
        try (RunningServer server = RunningServer.start(settings)) {
            person = administrator(server).id();
            store(server, person, SECRET);
        }
        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(stored(server, person)).startsWith("v1.");
        }
        Files.delete(folder.resolve("server.keys"));

        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(signIn(server, SECRET).status()).isEqualTo(422);

            server.bean(Accounts.class).dropSecondFactor(person);
            Browser browser = new Browser(server);
            assertThat(browser.signIn("quan.tri").path()).isEqualTo("/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecret_movedToAnotherAccount_isOfNoUseThere(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Person person = administrator(server);
            CodeSecrets secrets = server.bean(CodeSecrets.class);
            store(server, person.id(), secrets.locked(UUID.randomUUID().toString(), SECRET));

            assertThat(signIn(server, SECRET).status()).isEqualTo(422);
        }
    }
}
