package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** The phone's own core: a phone that lost everything has its person's records again, and sends none of them. */
class RebuiltPhoneJourneyIT {
    private final ToolProvider phone = ToolProvider.findFirst("phone").orElseThrow();
    private String said = "";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void phone_whenItLostItsDatabase_hasItsRecordsWithTheirContentAndSendsNone(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            enrols("old", server, commune.code(head));
            check("old", "6600000000000001", "a pig");
            check("old", "6600000000000002", "a boat");
            String first = records("old").keySet().iterator().next();
            does("old", "sync");
            does("old", "correct", "--record", first, "--reason", "misheard", "--used-for", "a cow");
            does("old", "sync");
            Map<String, JsonNode> before = records("old");
            assertThat(before).hasSize(3);
            assertAgrees("old", server);
            long stored = stored(server);

            enrols("new", server, commune.code(head));
            does("new", "sync");

            Map<String, JsonNode> after = records("new");
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            before.forEach((id, was) -> {
                JsonNode now = after.get(id);
                for (String same : new String[] {"hash", "kind", "state", "corrects", "notes", "waitsFor"}) {
                    assertThat(now.path(same)).as(same + " of " + id).isEqualTo(was.path(same));
                }
                assertThat(now.path("sends").asInt()).isZero();
            });
            assertThat(content("new")).isEqualTo(content("old"));
            assertAgrees("new", server);
            does("new", "sync");
            assertThat(said).startsWith("received 0, known before 0,").endsWith("rows 0\n");
            assertThat(stored(server)).isEqualTo(stored);

            check("new", "6600000000000003", "a net");
            does("new", "sync");
            does("old", "sync");
            assertThat(records("old")).as("the person's other phone").hasSize(4);
            assertThat(content("new")).isEqualTo(content("old"));
            assertAgrees("new", server);
            assertAgrees("old", server);
        }
    }

    private void enrols(String store, RunningServer server, String code) {
        does(store, "enrol", "--server", server.address().toString(), "--code", code);
    }

    private void check(String store, String loan, String usedFor) {
        does(store, "check", "--loan", loan, "--received", "9000000", "--used-for", usedFor);
    }

    private static long stored(RunningServer server) {
        return server.bean(Writer.class)
                .write(tx -> Sql.one(tx.connection(), "SELECT COUNT(*) FROM record", row -> row.getLong(1))
                        .orElseThrow());
    }

    /** By id, in the order of the book. */
    private Map<String, JsonNode> records(String store) throws Exception {
        does(store, "status", "--json");
        Map<String, JsonNode> records = new LinkedHashMap<>();
        Json.tolerant(said, JsonNode.class)
                .path("records")
                .forEach(record -> records.put(record.path("id").asText(), record));
        return records;
    }

    private Map<String, String> content(String store) throws Exception {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = open(store)) {
            Sql.list(
                    connection,
                    "SELECT id, head, body, signature FROM record",
                    row -> content.put(row.getString(1), row.getString(2) + row.getString(3) + row.getString(4)));
        }
        return content;
    }

    /** What the phone holds and what the server says it should: the same count and sum of each type. */
    private void assertAgrees(String store, RunningServer server) throws Exception {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Long> sums = new HashMap<>();
        String token;
        try (Connection connection = open(store)) {
            Sql.list(connection, "SELECT type, id, version FROM pulled", row -> {
                counts.merge(row.getString(1), 1L, Long::sum);
                return sums.merge(
                        row.getString(1),
                        Pull.fingerprint(row.getString(1), row.getString(2), row.getLong(3)),
                        Long::sum);
            });
            String session = Sql.one(
                            connection, "SELECT value FROM note WHERE key = 'session'", row -> row.getString(1))
                    .orElseThrow();
            token = Json.tolerant(session, JsonNode.class).path("token").asText();
        }
        URI address = server.address().resolve("/api/v1/sync/digest");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Map<String, String> theirs = new TreeMap<>();
        Json.tolerant(answer.body(), Pull.Digest.class)
                .buckets()
                .forEach(bucket -> theirs.put(bucket.type(), bucket.count() + " " + bucket.sum()));
        Map<String, String> ours = new TreeMap<>();
        counts.forEach((type, count) -> ours.put(type, count + " " + Long.toHexString(sums.getOrDefault(type, 0L))));
        assertThat(ours).isEqualTo(theirs).containsKey("record");
    }

    private Connection open(String store) throws Exception {
        Path file = folder.resolve(store).resolve("phone.db");
        assertThat(Files.exists(file)).isTrue();
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private void does(String store, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--store";
        all[arguments.length + 1] = folder.resolve(store).toString();
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int ended = phone.run(writer, writer, all);
        said = out.toString();
        assertThat(ended).as(said).isZero();
    }
}
