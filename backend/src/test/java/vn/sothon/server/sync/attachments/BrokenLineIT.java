package vn.sothon.server.sync.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Engine;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.StoredFiles;

class BrokenLineIT {
    private static final int SIZE = 2_000_000;
    private static final int HALF = 1_234_567;
    private final byte[] photo = TusWire.jpeg(SIZE, 11);

    @TempDir
    Path folder;

    private static void awaitBytes(RunningServer server, String address, long count) throws IOException {
        Path file = growing(server, address);
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
        while (!Files.exists(file) || Files.size(file) < count) {
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    private static Path growing(RunningServer server, String address) {
        return server.bean(BlobStore.class).incoming(address.substring(address.lastIndexOf('/') + 1));
    }

    private byte[] rest(long from) {
        return Arrays.copyOfRange(photo, (int) from, SIZE);
    }

    @ParameterizedTest
    @EnumSource
    void patch_whenTheLineBreaks_goesOnAtThatByte(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TusWire phone = new TusWire(server, TestPhone.on(server));
            String address = phone.announced(photo);
            try (Socket line = phone.begin(address, 0, SIZE, Arrays.copyOf(photo, HALF))) {
                awaitBytes(server, address, HALF);
                line.shutdownOutput();
            }

            assertThat(phone.offset(address)).isEqualTo(HALF);
            assertThat(phone.patch(address, HALF, rest(HALF)).statusCode()).isEqualTo(204);
            assertThat(server.bean(StoredFiles.class).find(Seals.sha256(photo))).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void patch_whenItStallsAndThePhoneComesBack_makesWay(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            TusWire phone = new TusWire(server, TestPhone.on(server));
            String address = phone.announced(photo);
            try (Socket stalled = phone.begin(address, 0, SIZE, Arrays.copyOf(photo, HALF))) {
                awaitBytes(server, address, HALF);

                assertThat(phone.patch(address, HALF, rest(HALF)).statusCode()).isEqualTo(423);
                assertThat(phone.offset(address)).isEqualTo(HALF);
                assertThat(phone.patch(address, HALF, rest(HALF)).statusCode()).isEqualTo(204);
                assertThat(stalled.isClosed()).isFalse();
            }
            assertThat(phone.offset(address)).isEqualTo(SIZE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenTheServerStopsInBetween_goesOnAtThatByte(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        String address;
        TestPhone owner;
        try (RunningServer server = RunningServer.start(settings)) {
            owner = TestPhone.on(server);
            TusWire phone = new TusWire(server, owner);
            address = phone.announced(photo);
            try (Socket line = phone.begin(address, 0, SIZE, Arrays.copyOf(photo, HALF))) {
                awaitBytes(server, address, HALF);
                line.shutdownOutput();
            }
        }
        try (RunningServer server = RunningServer.start(settings)) {
            TusWire phone = new TusWire(server, owner);
            assertThat(phone.offset(address)).isEqualTo(HALF);
            assertThat(phone.patch(address, HALF, rest(HALF)).statusCode()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @EnumSource
    void upload_whenTheServerStopsAfterTheLastByte_isStoredAtTheNextStart(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        Path growing;
        String address;
        TestPhone owner;
        try (RunningServer server = RunningServer.start(settings)) {
            owner = TestPhone.on(server);
            address = new TusWire(server, owner).announced(photo);
            growing = growing(server, address);
        }
        Files.write(growing, photo);
        Path nobodys = growing.resolveSibling("nobody-s");
        Files.write(nobodys, photo);
        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(server.bean(BlobStore.class).place(Seals.sha256(photo))).hasBinaryContent(photo);
            assertThat(server.bean(StoredFiles.class).find(Seals.sha256(photo))).isPresent();
            assertThat(growing).doesNotExist();
            assertThat(nobodys).doesNotExist();
            assertThat(new TusWire(server, owner).offset(address)).isEqualTo(SIZE);
        }
    }
}
