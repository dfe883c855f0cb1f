package vn.sothon.server.app;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.SystemFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import vn.sothon.model.sync.Seals;

/** The app for phones, where the server was started with its file: a page that explains, and the file itself. */
@Controller("/app")
@Requires(property = AppDownload.FILE)
@Hidden
final class AppDownload {
    static final String FILE = "sothon.apk";
    static final String APK = "application/vnd.android.package-archive";

    private final Path file;
    private final String page;

    AppDownload(@Value("${sothon.apk}") String file) throws IOException {
        this.file = Path.of(file);
        this.page = page(this.file);
    }

    @Get
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    HttpResponse<String> page() {
        return HttpResponse.ok(page)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Referrer-Policy", "no-referrer");
    }

    @Get("/sothon.apk")
    HttpResponse<SystemFile> file() {
        return HttpResponse.ok(new SystemFile(file.toFile(), MediaType.of(APK)).attach("sothon.apk"))
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String page(Path file) throws IOException {
        try (InputStream template =
                Objects.requireNonNull(AppDownload.class.getResourceAsStream("/app/page.html"), "the page")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{size}", String.format(Locale.ROOT, "%.1f", Files.size(file) / 1e6))
                    .replace("{sha256}", sha256(file));
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Seals.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Seals.hex(digest.digest());
    }
}
