package vn.sothon.server.console.results;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.desk.PaperScan;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.StoredFiles;
import vn.sothon.server.platform.http.Refusal;

/** The document that shows what was done: taken in with a result, and shown again to whoever may see that result. */
@Singleton
class Evidence {
    private final PaperScan scans;
    private final StoredFiles known;
    private final BlobStore files;

    Evidence(PaperScan scans, StoredFiles known, BlobStore files) {
        this.scans = scans;
        this.known = known;
        this.files = files;
    }

    /** The SHA-256 of what was sent; absent if nothing was, or if it was refused at the field. */
    Optional<String> take(Form form, String field, @Nullable CompletedFileUpload sent) throws IOException {
        if (sent == null || sent.getSize() == 0) {
            return Optional.empty();
        }
        try (InputStream in = sent.getInputStream()) {
            PaperScan.Taken taken = scans.take(in);
            if (taken instanceof PaperScan.Taken.Aside aside) {
                try (aside) {
                    scans.keep(aside);
                    return Optional.of(aside.ref().sha256());
                }
            }
            form.refuse(field, "paper.scan." + taken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    HttpResponse<byte[]> show(@Nullable String sha256) throws IOException {
        if (sha256 == null || !files.holds(sha256)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        String type = known.find(sha256).map(StoredFiles.StoredFile::mediaType).orElse("application/octet-stream");
        boolean picture = type.startsWith("image/");
        return HttpResponse.ok(Files.readAllBytes(files.place(sha256)))
                .contentType(picture ? type : "application/octet-stream")
                .header(
                        "Content-Disposition",
                        picture
                                ? "inline"
                                : type.equals("application/pdf")
                                        ? "attachment; filename=\"document.pdf\""
                                        : "attachment")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }
}
