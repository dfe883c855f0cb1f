package vn.sothon.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** The phone's own core against the real server, over a line that loses the first answer. */
class LostReplyJourneyIT {
    private final ToolProvider phone = ToolProvider.findFirst("phone").orElseThrow();
    private String said = "";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sync_whenTheFirstReplyIsLost_storesTheRecordOnceAndShowsItReceived(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"));
                ReplyLosingProxy proxy = new ReplyLosingProxy(server.address())) {
            Commune commune = new Commune(server);
            String code = commune.code(commune.villageHead());
            does(0, "enrol", "--server", proxy.address(), "--code", code);
            does(0, "sync");
            does(0, "check", "--loan", "6600000000000001", "--received", "9000000", "--used-for", "a pig");
            assertThat(state()).isEqualTo("SAVED_ON_PHONE");

            does(1, "sync");
            assertThat(stored(server)).hasSize(1);
            assertThat(state()).isEqualTo("SAVED_ON_PHONE");

            does(0, "sync");
            assertThat(said).contains("known before 1");
            assertThat(state()).isEqualTo("RECEIVED");
            assertThat(proxy.pushes()).isEqualTo(2);
            assertThat(stored(server))
                    .containsExactly(only().path("id").asText() + " "
                            + only().path("hash").asText());
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private static List<String> stored(RunningServer server) {
        return server.bean(Writer.class)
                .write(tx -> Sql.list(
                        tx.connection(),
                        "SELECT id, hash FROM record",
                        row -> row.getString(1) + " " + row.getString(2)));
    }

    private String state() throws Exception {
        return only().path("state").asText();
    }

    private JsonNode only() throws Exception {
        does(0, "status", "--json");
        JsonNode records = Json.tolerant(said, JsonNode.class).path("records");
        assertThat(records).hasSize(1);
        return records.path(0);
    }

    private void does(int exit, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", folder.resolve("phone").toString()));
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int ended = phone.run(writer, writer, all.toArray(new String[0]));
        said = out.toString();
        assertThat(ended).as(said).isEqualTo(exit);
    }
}
