package vn.sothon.phones.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.client.sync.ContractServer;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.phones.HttpContractServer;

class FleetToolTest {
    private static final String DAYS =
            """
            [{"dayOffset":1,"checks":6,"photos":2,"misuse":1,"absent":1,"sheet":true},
             {"dayOffset":5,"unknownLoans":1,"corrections":1,"minutes":[{"form":"GROUP_16TD","subject":"GROUP"}]},
             {"dayOffset":9,"checks":[{"loanNumber":"6600000000000013","misused":7,"photo":true}],"visit":"SURPRISE",
              "minutes":[{"form":"VILLAGE","subject":"VILLAGE"},{"form":"ASSOCIATION_02BB","subject":"COMMUNE"}],
              "closeRecommendations":1}]
            """;

    @TempDir
    private Path folder = Path.of("");

    private final HttpContractServer server = new HttpContractServer();
    private final ToolProvider tool = ToolProvider.findFirst("phone-fleet").orElseThrow();

    @BeforeEach
    void publish() {
        ContractServer contract = server.contract();
        contract.publish("village", "00010101", 1, new Views.Village("00010101", "Village", "000101"));
        for (int g = 1; g <= 2; g++) {
            String code = "000101" + g;
            contract.publish("group", code, 1, new Views.Group(code, "Group", "000101", "00010101", "11", "Leader"));
            for (int i = 0; i < 10; i++) {
                contract.publish("loan", code + i, 1, loan(code, g * 10 + i));
            }
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fleet_whenRepliesAreLost_bringsEverythingThroughOnce() throws Exception {
        Path orders = orders("one", 3);
        assertThat(run(orders, "enrol").path("done").asInt()).isEqualTo(3);
        server.contract().requests().clear();
        assertThat(run(orders, "work").path("done").asInt()).isEqualTo(3);
        assertThat(server.contract().requests()).as("work is offline").isEmpty();

        for (int i = 0; i < 4; i++) {
            server.contract().dropNextReply();
        }
        assertThat(run(orders, "sync", "--threads", "1").path("done").asInt()).isEqualTo(3);
        JsonNode count = run(orders, "count");

        Map<RecordKind, Integer> kinds = kinds();
        assertThat(kinds)
                .containsEntry(RecordKind.LOAN_USE_CHECK, 3 * 9)
                .containsEntry(RecordKind.CHECK_SHEET, 3)
                .containsEntry(RecordKind.MONITORING_MINUTES, 3 * 3)
                .containsEntry(RecordKind.CLOSE_RECOMMENDATION, 3);
        assertThat(count.path("recorded").asInt()).isEqualTo(3 * 13);
        assertThat(count.path("acknowledged").asInt()).isEqualTo(3 * 13);
        assertThat(count.path("acts").asInt()).isEqualTo(3);
        assertThat(count.path("resent").asInt()).isPositive();
        assertThat(count.path("attachments").asInt())
                .isEqualTo(server.contract().files().size())
                .isEqualTo(9);
        for (Map.Entry<UUID, SealedItem> stored : server.contract().stored().entrySet()) {
            JsonNode hash = count.path("hashes").path(stored.getKey().toString());
            if (!hash.isMissingNode()) {
                assertThat(hash.asText())
                        .isEqualTo(Seals.sha256(stored.getValue().head()));
            }
        }
    }

    @Test
    void work_whenOrderAndSeedAreTheSame_isTheSameWork() throws Exception {
        Path one = orders("one", 1);
        Path two = orders("two", 1);
        for (Path orders : List.of(one, two)) {
            run(orders, "enrol");
            run(orders, "work");
        }
        run(one, "sync");
        List<JsonNode> first = payloads();
        server.contract().stored().clear();
        run(two, "sync");
        assertThat(payloads()).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(payloads().get(i).path("usedFor")).isEqualTo(first.get(i).path("usedFor"));
        }
    }

    @Test
    void photo_whenTaken_isAJpeg() throws Exception {
        byte[] photo = Photos.take(new java.util.Random(1));
        assertThat(photo).startsWith(0xff, 0xd8, 0xff).hasSizeBetween(5_000, 200_000);
    }

    private List<JsonNode> payloads() {
        return server.contract().stored().values().stream()
                .map(item -> ReadItem.trusted(item).body().payload())
                .toList();
    }

    private Map<RecordKind, Integer> kinds() {
        Map<RecordKind, Integer> kinds = new EnumMap<>(RecordKind.class);
        server.contract()
                .stored()
                .values()
                .forEach(item -> kinds.merge(ReadItem.trusted(item).kind(), 1, Integer::sum));
        return kinds;
    }

    private Path orders(String name, int phones) throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < phones; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"Person ")
                    .append(i)
                    .append("\",\"code\":\"ABCDE1234")
                    .append(i)
                    .append("\",\"role\":\"VILLAGE_HEAD\",\"days\":")
                    .append(DAYS)
                    .append('}');
        }
        Path file = folder.resolve(name + ".json");
        Files.writeString(
                file,
                "{\"server\":\"" + server.url() + "\",\"folder\":"
                        + Json.write(folder.resolve(name).toString())
                        + ",\"startAt\":" + Json.write(Instant.parse("2026-02-05T00:00:00Z"))
                        + ",\"seed\":7,\"phones\":[" + all + "]}");
        return file;
    }

    private JsonNode run(Path orders, String phase, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(phase, "--orders", orders.toString()));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = tool.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
        assertThat(exit).as(err + "\n" + out).isZero();
        List<String> lines = out.toString().trim().lines().toList();
        return Json.tolerant(lines.get(lines.size() - 1), JsonNode.class);
    }

    private static Views.Loan loan(String group, int number) {
        return new Views.Loan(
                new UUID(1, number),
                String.format(Locale.ROOT, "66%014d", number),
                "000101",
                "00010101",
                group,
                "Borrower",
                "01",
                "a cow",
                50_000_000L,
                LocalDate.parse("2026-01-20"),
                null,
                50_000_000L,
                null,
                "OPEN",
                null,
                null);
    }
}
