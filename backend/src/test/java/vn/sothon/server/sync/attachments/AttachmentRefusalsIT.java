package vn.sothon.server.sync.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.TestPhone;
import vn.sothon.server.platform.http.Problem;
import vn.sothon.server.platform.http.ServerName;

class AttachmentRefusalsIT {
    private static final String HASH = Seals.sha256("a file");

    @RegisterExtension
    static final Servers servers = new Servers();

    private static TusWire phone(Engine engine) {
        return new TusWire(servers.on(engine), TestPhone.on(servers.on(engine)));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        Problem problem = Json.tolerant(answer.body(), Problem.class);
        assertThat(answer.statusCode() + " " + problem.code()).isEqualTo(status + " " + code);
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.headers().firstValue("Sothon-Server-Id")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void head_whenAFilterRefusesIt_saysAllTheSameWhoAnswers(Engine engine) throws Exception {
        TusWire phone = phone(engine);
        String path = "/api/v1/attachments/" + "ab".repeat(16);
        String me = servers.on(engine).bean(ServerName.class).serverId().toString();

        HttpResponse<String> version = phone.call("HEAD", path, null, "Tus-Resumable", "0.2.2");
        HttpResponse<String> stranger = phone.call("HEAD", path, null, "Authorization", "Bearer nobody");
        HttpResponse<String> unknown = phone.call("HEAD", path, null);

        assertThat(version.statusCode()).isEqualTo(412);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (HttpResponse<String> answer : List.of(version, stranger, unknown)) {
            assertThat(answer.headers().allValues("Sothon-Server-Id")).containsExactly(me);
            assertThat(answer.headers().allValues("Sothon-Epoch")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whenVersionIsAnother_isRefusedWithTheVersionSpoken(Engine engine) throws Exception {
        HttpResponse<String> answer = phone(engine)
                .call(
                        "POST",
                        "/api/v1/attachments",
                        null,
                        "Tus-Resumable",
                        "0.2.2",
                        "Upload-Length",
                        "5",
                        "Upload-Metadata",
                        TusWire.metadata(HASH));

        refused(answer, 412, "TUS_VERSION");
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
    }

    @ParameterizedTest
    @EnumSource
    void creation_whenHeadersAreOdd_isRefusedWithACode(Engine engine) throws Exception {
        TusWire phone = phone(engine);
        String path = "/api/v1/attachments";
        String good = TusWire.metadata(HASH);

        refused(phone.call("POST", path, null, "Upload-Metadata", good), 400, "REQUIRED");
        refused(phone.call("POST", path, null, "Upload-Metadata", good, "Upload-Length", "-3"), 400, "MALFORMED");
        refused(phone.call("POST", path, null, "Upload-Metadata", good, "Upload-Length", "ten"), 400, "MALFORMED");
        refused(phone.call("POST", path, null, "Upload-Length", "3"), 400, "SHA256_REQUIRED");
        refused(
                phone.call("POST", path, null, "Upload-Length", "3", "Upload-Metadata", TusWire.metadata("ABC")),
                400,
                "SHA256_MALFORMED");
        refused(
                phone.call("POST", path, null, "Upload-Length", "3", "Upload-Metadata", "sha256 ***"),
                400,
                "METADATA_MALFORMED");
        refused(
                phone.call("POST", path, null, "Upload-Length", "3", "Upload-Metadata", good + "," + good),
                400,
                "METADATA_MALFORMED");
        refused(phone.announce(HASH, (10 << 20) + 1), 413, "TOO_LARGE");
    }

    @ParameterizedTest
    @EnumSource
    void patch_whenItCannotFollow_isRefusedWithACode(Engine engine) throws Exception {
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(1_000, 1);
        String address = phone.announced(photo);

        refused(phone.patch(address, 7, photo), 409, "OFFSET_MISMATCH");
        refused(phone.patch(address, 0, Arrays.copyOf(photo, 1_001)), 413, "TOO_LARGE");
        refused(phone.call("PATCH", address, photo, "Upload-Offset", "0"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(
                phone.call("PATCH", address, photo, "Content-Type", "application/offset+octet-stream"),
                400,
                "REQUIRED");
        refused(phone.patch("/api/v1/attachments/no-such-upload", 0, photo), 404, "UPLOAD_UNKNOWN");
        refused(phone.call("POST", address, null), 405, "METHOD_NOT_ALLOWED");
        assertThat(phone.patch(address, 0, photo).statusCode()).isEqualTo(204);
        refused(phone.patch(address, 0, photo), 409, "OFFSET_MISMATCH");
        assertThat(phone.patch(address, 1_000, new byte[0]).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void creation_whenTooMuchIsUnfinished_isRefusedUntilSomethingGoes(Engine engine) throws Exception {
        TusWire phone = phone(engine);
        String last = "";
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> made = phone.announce(Seals.sha256("file " + i), 10 << 20);
            assertThat(made.statusCode()).isEqualTo(201);
            last = made.headers().firstValue("Location").orElseThrow();
        }

        refused(phone.announce(HASH, 1), 413, "UNFINISHED_LIMIT");
        assertThat(phone.announce(Seals.sha256("file 3"), 10 << 20).statusCode())
                .isEqualTo(201);
        assertThat(phone.call("DELETE", last, null).statusCode()).isEqualTo(204);
        assertThat(phone.announce(HASH, 1).statusCode()).isEqualTo(201);
    }
}
