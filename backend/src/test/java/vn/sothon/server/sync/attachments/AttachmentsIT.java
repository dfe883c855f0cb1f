package vn.sothon.server.sync.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.MediaTypes;
import vn.sothon.server.platform.files.StoredFiles;

class AttachmentsIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static TusWire phone(Engine engine) {
        return new TusWire(servers.on(engine), TestPhone.on(servers.on(engine)));
    }

    @ParameterizedTest
    @EnumSource
    void options_whenAsked_tellsVersionExtensionsAndLimit(Engine engine) {
        HttpResponse<String> answer = phone(engine).call("OPTIONS", "/api/v1/attachments", null, "Tus-Resumable", "9");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Extension"))
                .contains("creation,creation-with-upload,expiration,termination,checksum");
        assertThat(answer.headers().firstValue("Tus-Max-Size")).contains("10485760");
        assertThat(answer.headers().firstValue("Tus-Checksum-Algorithm")).contains("sha1,sha256,md5");
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenItComesInTwoPieces_isStoredAndTold(Engine engine) {
        TusWire phone = phone(engine);
        RunningServer server = servers.on(engine);
        byte[] photo = TusWire.jpeg(300_000, 1);
        String hash = Seals.sha256(photo);

        String address = phone.announced(photo);
        HttpResponse<String> first = phone.patch(address, 0, Arrays.copyOf(photo, 100_001));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("100001");
        assertThat(first.headers().firstValue("Upload-Expires")).isPresent();
        assertThat(phone.offset(address)).isEqualTo(100_001);
        assertThat(server.bean(StoredFiles.class).present(Set.of(hash))).isEmpty();
        HttpResponse<String> last = phone.patch(address, 100_001, Arrays.copyOfRange(photo, 100_001, photo.length));

        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(phone.offset(address)).isEqualTo(photo.length);
        assertThat(server.bean(BlobStore.class).place(hash)).hasBinaryContent(photo);
        assertThat(server.bean(StoredFiles.class).find(hash)).get().satisfies(file -> {
            assertThat(file.bytes()).isEqualTo(photo.length);
            assertThat(file.mediaType()).isEqualTo(MediaTypes.JPEG);
        });
        assertThat(server.bean(HeardArrivals.class).heard).contains(hash + " 300000 image/jpeg");
        Set<String> inWork = server.bean(Writer.class)
                .write(tx -> server.bean(StoredFiles.class).present(List.of(hash, Seals.sha256("another"))));
        assertThat(inWork).containsExactly(hash);
    }

    @ParameterizedTest
    @EnumSource
    void creation_whenItBringsTheBytes_storesThem(Engine engine) {
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(50_000, 2);

        HttpResponse<String> made = phone.call(
                "POST",
                "/api/v1/attachments",
                photo,
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Length",
                "50000",
                "Upload-Metadata",
                TusWire.metadata(Seals.sha256(photo)));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Upload-Offset")).contains("50000");
        assertThat(servers.on(engine).bean(BlobStore.class).holds(Seals.sha256(photo)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenAnotherPhoneSentTheSameFile_endsTheSameWay(Engine engine) {
        byte[] photo = TusWire.jpeg(20_000, 3);
        for (TusWire phone : List.of(phone(engine), phone(engine))) {
            String address = phone.announced(photo);
            assertThat(phone.offset(address)).isZero();
            assertThat(phone.patch(address, 0, photo).statusCode()).isEqualTo(204);
            assertThat(phone.offset(address)).isEqualTo(20_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenTheWholeFileIsAnother_isDiscarded(Engine engine) {
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(30_000, 4);
        String address = phone.announced(photo);
        byte[] other = TusWire.jpeg(30_000, 5);

        HttpResponse<String> answer = phone.patch(address, 0, other);

        assertThat(answer.statusCode()).isEqualTo(460);
        assertThat(answer.body()).contains("SHA256_MISMATCH");
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(phone.call("HEAD", address, null).statusCode()).isEqualTo(404);
        assertThat(servers.on(engine).bean(BlobStore.class).holds(Seals.sha256(other)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenAnotherDeviceAsks_isUnknown(Engine engine) {
        byte[] photo = TusWire.jpeg(10_000, 6);
        String address = phone(engine).announced(photo);
        TusWire stranger = phone(engine);

        assertThat(stranger.call("HEAD", address, null).statusCode()).isEqualTo(404);
        assertThat(stranger.patch(address, 0, photo).statusCode()).isEqualTo(404);
        assertThat(stranger.call("DELETE", address, null).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void patch_whenChecksumIsSent_takesOnlyWhatMatches(Engine engine) throws Exception {
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(10_000, 7);
        String address = phone.announced(photo);
        byte[] half = Arrays.copyOf(photo, 5_000);
        String right = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(half));
        String wrong = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(photo));

        assertThat(phone.patch(address, 0, half, "Upload-Checksum", wrong).statusCode())
                .isEqualTo(460);
        assertThat(phone.offset(address)).isZero();
        assertThat(phone.patch(address, 0, half, "Upload-Checksum", "crc32 AAAA")
                        .statusCode())
                .isEqualTo(400);
        assertThat(phone.patch(address, 0, half, "Upload-Checksum", right).statusCode())
                .isEqualTo(204);
        assertThat(phone.offset(address)).isEqualTo(5_000);
    }

    @ParameterizedTest
    @EnumSource
    void post_whenItNamesAnotherMethod_isThatMethod(Engine engine) {
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(10_000, 8);
        String address = phone.announced(photo);

        HttpResponse<String> patched = phone.call(
                "POST",
                address,
                Arrays.copyOf(photo, 4_000),
                "X-HTTP-Method-Override",
                "PATCH",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                "0");
        HttpResponse<String> head = phone.call("POST", address, null, "X-HTTP-Method-Override", "HEAD");
        HttpResponse<String> deleted = phone.call("POST", address, null, "X-HTTP-Method-Override", "DELETE");

        assertThat(patched.statusCode()).isEqualTo(204);
        assertThat(head.headers().firstValue("Upload-Offset")).contains("4000");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(phone.call("HEAD", address, null).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenSevenDaysPass_expires(Engine engine) throws Exception {
        RunningServer server = servers.on(engine);
        TusWire phone = phone(engine);
        byte[] photo = TusWire.jpeg(10_000, 9);
        String address = phone.announced(photo);
        phone.patch(address, 0, Arrays.copyOf(photo, 10));
        Path growing = server.bean(BlobStore.class).incoming(address.substring(address.lastIndexOf('/') + 1));
        assertThat(growing).hasSize(10);

        server.bean(ServerClock.class).use(Clock.offset(Clock.systemUTC(), Duration.ofDays(7)));
        try {
            assertThat(phone.call("HEAD", address, null).statusCode()).isEqualTo(404);
            server.bean(UploadUpkeep.class).hourly();
            assertThat(growing).doesNotExist();
        } finally {
            server.bean(ServerClock.class).use(Clock.systemUTC());
        }
        assertThat(phone.call("HEAD", address, null).statusCode()).isEqualTo(404);
    }
}
