package vn.sothon.server.sync.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Engine;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.files.BlobStore;

/** Clients that others wrote, unchanged: they upload, break and resume. */
class StockTusClientsIT {
    private final byte[] photo = TusWire.jpeg(3_000_000, 21);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void javaClient_whenItBreaksAndComesBack_resumes(Engine engine) throws Exception {
        Path file = Files.write(folder.resolve("photo.jpg"), photo);
        try (RunningServer server = engine.start(folder.resolve("data"))) {
            TusClient client = new TusClient();
            client.setUploadCreationURL(
                    server.address().resolve("/api/v1/attachments").toURL());
            client.setHeaders(
                    Map.of("Authorization", "Bearer " + TestPhone.on(server).token()));
            client.enableResuming(new TusURLMemoryStore());

            TusUploader first = client.createUpload(upload(file));
            first.setChunkSize(64 << 10);
            first.setRequestPayloadSize(256 << 10);
            while (first.getOffset() < 1_000_000) {
                first.uploadChunk();
            }
            first.finish(true);
            TusUploader second = client.resumeUpload(upload(file));
            assertThat(second.getOffset()).isGreaterThanOrEqualTo(1_000_000).isLessThan(photo.length);
            second.setChunkSize(64 << 10);
            while (second.uploadChunk() > -1) {
                assertThat(second.getOffset()).isLessThanOrEqualTo(photo.length);
            }
            second.finish();

            assertThat(server.bean(BlobStore.class).place(Seals.sha256(photo))).hasBinaryContent(photo);
        }
    }

    private TusUpload upload(Path file) throws IOException {
        TusUpload upload = new TusUpload(file.toFile());
        upload.setFingerprint("the photo");
        upload.setMetadata(Map.of("filename", "photo.jpg", "sha256", Seals.sha256(photo)));
        return upload;
    }

    @ParameterizedTest
    @EnumSource
    void javaScriptClient_whenItBreaksAndComesBack_resumes(Engine engine) throws Exception {
        Path script = installed();
        Path file = Files.write(folder.resolve("photo.jpg"), photo);
        try (RunningServer server = engine.start(folder.resolve("data"))) {
            String endpoint = server.address().resolve("/api/v1/attachments").toString();
            run(
                    script.toFile(),
                    "node",
                    "upload.js",
                    endpoint,
                    TestPhone.on(server).token(),
                    file.toString(),
                    Seals.sha256(photo));

            assertThat(server.bean(BlobStore.class).place(Seals.sha256(photo))).hasBinaryContent(photo);
        }
    }

    /** The script's folder under target/, with the client it asks for. */
    private static Path installed() throws Exception {
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            if (Boolean.getBoolean("sothon.requireNode")) {
                fail("node and npm are required here and are not to be found");
            }
            abort("node and npm are not here: the JavaScript client was not tried");
        }
        Path target = Path.of("target", "js").toAbsolutePath();
        Files.createDirectories(target);
        for (String name : List.of("package.json", "package-lock.json", ".npmrc", "upload.js")) {
            Files.copy(Path.of("src", "test", "js", name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(target.resolve("node_modules/tus-js-client"))) {
            run(target.toFile(), "npm", "ci", "--ignore-scripts");
        }
        return target;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(File where, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        File log = File.createTempFile("run", ".log", where);
        Process process = new ProcessBuilder(words)
                .directory(where)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(log.toPath());
        Files.delete(log.toPath());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
