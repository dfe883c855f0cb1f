package vn.sothon.server.console.records;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.records.OpenedRecords.Opened;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.http.Refusal;

/** One record: everything on it, why it stands under its task, and another task if a leader says so. */
@Hidden
@Controller("/records/{id}")
@InSection(Section.RECORDS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordController {
    private final OpenedRecords records;
    private final Reties reties;
    private final BlobStore files;
    private final AccessLog log;
    private final Pages pages;

    RecordController(OpenedRecords records, Reties reties, BlobStore files, AccessLog log, Pages pages) {
        this.records = records;
        this.reties = reties;
        this.files = files;
        this.log = log;
        this.pages = pages;
    }

    public record One(Opened record, Form form, List<Choice> tasks, boolean mayRetie) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        Opened record = open(request, visitor, id);
        log.saw(visitor, Kind.RECORD, List.of(id));
        return pages.show(request, "records/record", page(request, visitor, record, Form.empty()));
    }

    /** A photo or a drawn signature of a record in scope; the same file under another's record is not there. */
    @Get("/files/{sha256}")
    HttpResponse<byte[]> file(HttpRequest<?> request, Visitor visitor, UUID id, String sha256) throws IOException {
        Opened record = open(request, visitor, id);
        AttachmentRef wanted = record.attachments().stream()
                .filter(attachment -> attachment.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> refused(visitor, Kind.PHOTO, id));
        if (!files.holds(sha256)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        log.saw(visitor, Kind.PHOTO, List.of(id));
        boolean picture = wanted.mediaType().startsWith("image/");
        return HttpResponse.ok(Files.readAllBytes(files.place(sha256)))
                .contentType(picture ? wanted.mediaType() : "application/octet-stream")
                .header("Content-Disposition", picture ? "inline" : "attachment")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @Post(value = "/tie", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> retie(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        Opened record = open(request, visitor, id);
        if (!mayRetie(visitor, record)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        Form form = Form.of(posted);
        String task = form.required("task", 40);
        String why = form.required("why", 500);
        One page = page(request, visitor, record, form);
        if (!task.isEmpty()
                && page.tasks().stream().noneMatch(choice -> choice.value().equals(task))) {
            form.refuse("task", "form.not-one-of-these");
        }
        if (!form.isGood()) {
            return pages.refuse(request, "records/record", page);
        }
        reties.retie(record.stored(), task.equals(Reties.NONE) ? null : UUID.fromString(task), why);
        log.changed(visitor, Kind.RECORD, id);
        return Pages.done("/records/" + id, "done.retied");
    }

    private Opened open(HttpRequest<?> request, Visitor visitor, UUID id) {
        return records.open(visitor.scope(), id, Looking.locale(request))
                .orElseThrow(() -> refused(visitor, Kind.RECORD, id));
    }

    private Refusal refused(Visitor visitor, Kind kind, UUID id) {
        log.refused(visitor, kind, id);
        return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    private static boolean mayRetie(Visitor visitor, Opened record) {
        return visitor.role() == ActingRole.COMMUNE_LEADER
                && record.stored().counts()
                && record.stored().kind().isTied();
    }

    private One page(HttpRequest<?> request, Visitor visitor, Opened record, Form form) {
        boolean mayRetie = mayRetie(visitor, record);
        @Nullable UUID present = record.tie() == null ? null : record.tie().planTaskId();
        List<Choice> tasks = mayRetie ? reties.choices(record.stored(), present, Looking.locale(request)) : List.of();
        return new One(record, form, tasks, mayRetie);
    }
}
