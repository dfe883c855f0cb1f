package vn.sothon.phones.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.phones.HttpContractServer;

class PhoneToolTest {
    private static final String LOAN = "6600123412341234";

    @TempDir
    private Path folder = Path.of("");

    private final HttpContractServer server = new HttpContractServer();
    private final ToolProvider tool = ToolProvider.findFirst("phone").orElseThrow();
    private String said = "";

    @BeforeEach
    void publish() {
        server.contract().publish("village", "00010101", 1, new Views.Village("00010101", "Village", "000101"));
        server.contract()
                .publish("group", "0001011", 1, new Views.Group("0001011", "Group", "000101", "00010101", "11", null));
        server.contract().publish("loan", "1", 1, loan());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void phone_whenWorkIsRecordedOfflineAndSynced_showsItReceived() throws Exception {
        assertThat(phone("enrol", "--server", server.url(), "--code", "ABCDE12345"))
                .isZero();
        assertThat(phone("sync")).isZero();
        assertThat(phone("loans")).isZero();
        assertThat(said).contains(LOAN);

        byte[] photo = new byte[5_000];
        Files.write(folder.resolve("a.jpg"), photo);
        assertThat(phone("check", "--loan", LOAN, "--misused", "2000000", "--photo", folder.resolve("a.jpg") + ""))
                .isZero();
        assertThat(phone(
                        "check",
                        "--loan",
                        "6600999999999999",
                        "--group",
                        "0001011",
                        "--received",
                        "9000000",
                        "--used-for",
                        "a pig"))
                .isZero();
        assertThat(phone("sheet", "--measures", "pay back")).isZero();
        assertThat(phone("minutes", "--content", "list read out", "--recommend", "hang it up"))
                .isZero();
        JsonNode before = status();
        assertThat(before.path("waiting").asInt()).isEqualTo(4);
        String first = before.path("records").path(0).path("id").asText();
        assertThat(phone("correct", "--record", first, "--reason", "counted again", "--misused", "0"))
                .isZero();
        assertThat(phone("sync")).isZero();

        JsonNode after = status();
        assertThat(after.path("waiting").asInt()).isZero();
        List<String> states = new ArrayList<>();
        after.path("records").forEach(record -> states.add(record.path("state").asText()));
        assertThat(states).hasSize(5).containsOnly("RECEIVED");
        assertThat(server.contract().stored()).hasSize(5);
        assertThat(server.contract().files().values()).containsExactly(photo);
        assertThat(server.gzipped()).isPositive();
    }

    @Test
    void sync_whenTheReplyIsLostOnTheWire_isStoredOnce() throws Exception {
        phone("enrol", "--server", server.url(), "--code", "ABCDE12345");
        phone("sync");
        phone("check", "--loan", LOAN);
        server.contract().dropNextReply();
        assertThat(phone("sync")).isEqualTo(1);
        assertThat(said).contains("UNREACHABLE");
        assertThat(phone("sync")).isZero();
        assertThat(server.contract().stored()).hasSize(1);
        assertThat(status().path("records").path(0).path("sends").asInt()).isEqualTo(2);
    }

    @Test
    void check_whenTheFormDoesNotHold_saysWhichField() {
        phone("enrol", "--server", server.url(), "--code", "ABCDE12345");
        phone("sync");
        assertThat(phone("check", "--loan", LOAN, "--received", "99000000")).isEqualTo(1);
        assertThat(said).contains("payload.reallyReceived: MORE_THAN_DISBURSED");
    }

    @Test
    void phone_whenNotEnrolled_saysSoInOneLine() {
        assertThat(phone("sync")).isEqualTo(2);
        assertThat(said).contains("enrol first").doesNotContain("Exception");
    }

    @Test
    void enrol_whenNobodyListens_canBeTriedAgain() {
        server.close();
        assertThat(phone("enrol", "--server", server.url(), "--code", "ABCDE12345"))
                .isEqualTo(2);
        assertThat(said).contains("may be tried again");
    }

    private JsonNode status() throws Exception {
        assertThat(phone("status", "--json")).isZero();
        return Json.tolerant(said, JsonNode.class);
    }

    private int phone(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--store");
        all.add(folder.resolve("phone").toString());
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int exit = tool.run(writer, writer, all.toArray(new String[0]));
        said = out.toString();
        return exit;
    }

    private static Views.Loan loan() {
        return new Views.Loan(
                new UUID(1, 1),
                LOAN,
                "000101",
                "00010101",
                "0001011",
                "A",
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
