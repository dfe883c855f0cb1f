package vn.sothon.server.sync.attachments;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import vn.sothon.model.json.Json;
import vn.sothon.server.access.Caller;
import vn.sothon.server.platform.http.Problem;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.http.ServerName;

/** Attachments by tus 1.0.0. */
@Controller(Tus.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentsController {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Uploads uploads;
    private final ServerName name;

    AttachmentsController(Uploads uploads, ServerName name) {
        this.uploads = uploads;
        this.name = name;
    }

    @Options
    MutableHttpResponse<?> options() {
        return HttpResponse.noContent()
                .header(Tus.VERSIONS, Tus.VERSION)
                .header(Tus.EXTENSION, Tus.EXTENSIONS)
                .header(Tus.LARGEST, String.valueOf(Tus.MAX_BYTES))
                .header(Tus.ALGORITHMS, UploadChecksum.NAMES);
    }

    @Options("/{id}")
    MutableHttpResponse<?> optionsOfOne(String id) {
        return options();
    }

    @Post(consumes = MediaType.ALL)
    CompletableFuture<MutableHttpResponse<?>> create(HttpRequest<?> request, Caller caller) {
        if ("OPTIONS".equals(method(request))) {
            return CompletableFuture.completedFuture(options());
        }
        HttpHeaders headers = request.getHeaders();
        String sha256 = UploadMetadata.sha256(headers.get(Tus.METADATA));
        long length = number(headers, Tus.LENGTH);
        if (length > Tus.MAX_BYTES) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", Tus.LENGTH);
        }
        UploadChecksum checksum = UploadChecksum.of(headers.get(Tus.CHECKSUM));
        boolean withBytes = headers.get(HttpHeaders.CONTENT_TYPE) != null
                && headers.contentLength().orElse(1) > 0;
        if (withBytes) {
            requireChunk(request);
        }
        Upload upload = uploads.create(caller, sha256, length);
        MutableHttpResponse<?> made = HttpResponse.created(Tus.PATH + "/" + upload.id())
                .header(HttpHeaders.LOCATION, Tus.PATH + "/" + upload.id())
                .header(Tus.EXPIRES, date(upload.expires()));
        if (!withBytes && length > 0) {
            return CompletableFuture.completedFuture(made);
        }
        return uploads.receive(upload, 0, announced(request), checksum, bytes(request))
                .thenApply(offset -> made.header(Tus.OFFSET, String.valueOf(offset)));
    }

    @Head("/{id}")
    MutableHttpResponse<?> head(String id, Caller caller) {
        Upload upload = uploads.find(caller, id);
        long offset = uploads.offset(upload);
        return HttpResponse.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(Tus.OFFSET, String.valueOf(offset))
                .header(Tus.LENGTH, String.valueOf(upload.length()))
                .header(Tus.EXPIRES, date(upload.expires()));
    }

    @Patch(uri = "/{id}", consumes = MediaType.ALL)
    CompletableFuture<MutableHttpResponse<?>> patch(String id, HttpRequest<?> request, Caller caller) {
        requireChunk(request);
        long offset = number(request.getHeaders(), Tus.OFFSET);
        UploadChecksum checksum = UploadChecksum.of(request.getHeaders().get(Tus.CHECKSUM));
        Upload upload = uploads.find(caller, id);
        return uploads.receive(upload, offset, announced(request), checksum, bytes(request))
                .thenApply(here -> HttpResponse.noContent()
                        .header(Tus.OFFSET, String.valueOf(here))
                        .header(Tus.EXPIRES, date(upload.expires())));
    }

    @Delete("/{id}")
    MutableHttpResponse<?> delete(String id, Caller caller) {
        uploads.remove(uploads.find(caller, id));
        return HttpResponse.noContent();
    }

    /** For clients whose HTTP library or proxy knows no PATCH, DELETE or HEAD. */
    @Post(uri = "/{id}", consumes = MediaType.ALL)
    CompletableFuture<MutableHttpResponse<?>> other(String id, HttpRequest<?> request, Caller caller) {
        return switch (method(request)) {
            case "PATCH" -> patch(id, request, caller);
            case "DELETE" -> CompletableFuture.completedFuture(delete(id, caller));
            case "HEAD" -> CompletableFuture.completedFuture(head(id, caller));
            case "OPTIONS" -> CompletableFuture.completedFuture(options());
            default -> throw new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", Tus.METHOD);
        };
    }

    @Error
    HttpResponse<String> mismatch(ContentMismatch mismatch) {
        Problem problem = new Problem(
                "about:blank",
                "Checksum Mismatch",
                Tus.CHECKSUM_MISMATCH,
                mismatch.code(),
                null,
                name.serverId(),
                name.epoch(),
                null);
        return HttpResponse.<String>status(Tus.CHECKSUM_MISMATCH, "Checksum Mismatch")
                .body(Json.write(problem))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    }

    private static String method(HttpRequest<?> request) {
        String method = request.getHeaders().get(Tus.METHOD);
        return method == null ? "POST" : method.toUpperCase(Locale.ROOT);
    }

    private static void requireChunk(HttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        if (!Tus.CHUNK_TYPE.equals(type)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", HttpHeaders.CONTENT_TYPE);
        }
        if (request.getHeaders().get(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "ENCODING_UNSUPPORTED", HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static long number(HttpHeaders headers, String header) {
        String value = headers.get(header);
        if (value == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "REQUIRED", header);
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "MALFORMED", header);
        }
        return Long.parseLong(value);
    }

    private static long announced(HttpRequest<?> request) {
        return Math.max(0, request.getHeaders().contentLength().orElse(0));
    }

    /** Takes hold of the body only when it is read: the server drops what nobody took hold of. */
    private static Publisher<byte[]> bytes(HttpRequest<?> request) {
        return request instanceof ServerHttpRequest<?> server
                ? reader -> server.byteBody().toByteArrayPublisher().subscribe(reader)
                : Publishers.empty();
    }

    private static String date(Instant instant) {
        return HTTP_DATE.format(instant);
    }
}
