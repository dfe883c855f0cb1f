package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.ops.WaitingQueue;
import vn.sothon.server.platform.db.Sql;

/** The phone's own core: a record the server refuses is mended by a new one, which counts and names the refused one. */
class MendedRecordJourneyIT {
    private final ToolProvider phone = ToolProvider.findFirst("phone").orElseThrow();
    private String said = "";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void record_whenItMendsARefusedOne_isReceivedAndWaitsForNobody(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            Commune commune = new Commune(server);
            does(0, "enrol", "--server", server.address().toString(), "--code", commune.code(commune.villageHead()));
            does(0, "sync");
            does(0, "check", "--loan", "6600000000000001", "--received", "9000000", "--used-for", "a pig");
            String refused = records().get(0).path("id").asText();
            damage(refused);

            phone("sync");
            assertThat(records().get(0).path("state").asText()).isEqualTo("REJECTED");

            does(0, "correct", "--record", refused, "--reason", "the server could not read it", "--used-for", "a cow");
            phone("sync");

            JsonNode mended = records().get(1);
            assertThat(mended.path("state").asText()).isEqualTo("RECEIVED");
            assertThat(mended.path("corrects").asText()).isEqualTo(refused);
            assertThat(server.bean(WaitingQueue.class).list())
                    .extracting(item -> item.why())
                    .doesNotContain("HELD_ORIGINAL");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    /** A byte of the phone's memory turns: the body is no longer what its head says. */
    private void damage(String id) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("phone/phone.db"))) {
            assertThat(Sql.update(connection, "UPDATE record SET body = replace(body, 'pig', 'pug') WHERE id = ?", id))
                    .isEqualTo(1);
        }
    }

    private List<JsonNode> records() throws Exception {
        does(0, "status", "--json");
        List<JsonNode> records = new ArrayList<>();
        Json.tolerant(said, JsonNode.class).path("records").forEach(records::add);
        records.sort((a, b) ->
                a.path("sealedAt").asText().compareTo(b.path("sealedAt").asText()));
        return records;
    }

    private void does(int exit, String... arguments) {
        assertThat(phone(arguments)).as(said).isEqualTo(exit);
    }

    private int phone(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", folder.resolve("phone").toString()));
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int ended = phone.run(writer, writer, all.toArray(new String[0]));
        said = out.toString();
        return ended;
    }
}
