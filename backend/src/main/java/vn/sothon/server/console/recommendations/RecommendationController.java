package vn.sothon.server.console.recommendations;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.recommendations.Evidence.Closing;
import vn.sothon.server.desk.PaperScan;
import vn.sothon.server.desk.PaperScan.Taken;
import vn.sothon.server.desk.RecommendationDesk;
import vn.sothon.server.desk.Typist;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.http.Refusal;

/** One recommendation: where it comes from, and closing it with evidence. */
@Hidden
@Controller("/recommendations/{id}")
@InSection(Section.RECOMMENDATIONS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecommendationController {
    private static final String TEMPLATE = "recommendations/one";

    private final RecommendationLines lines;
    private final Evidence evidence;
    private final RecommendationDesk desk;
    private final PaperScan scans;
    private final BlobStore files;
    private final PersonLookup people;
    private final AreaLookup areas;
    private final AccessLog log;
    private final Pages pages;

    RecommendationController(
            RecommendationLines lines,
            Evidence evidence,
            RecommendationDesk desk,
            PaperScan scans,
            BlobStore files,
            PersonLookup people,
            AreaLookup areas,
            AccessLog log,
            Pages pages) {
        this.lines = lines;
        this.evidence = evidence;
        this.desk = desk;
        this.scans = scans;
        this.files = files;
        this.people = people;
        this.areas = areas;
        this.log = log;
        this.pages = pages;
    }

    public record One(
            RecommendationLine line,
            String place,
            String follower,
            String closer,
            @Nullable Closing closing,
            List<Choice> records,
            Form form,
            long most) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        RecommendationLine line = find(visitor, id);
        log.saw(visitor, Kind.RECOMMENDATION, List.of(id));
        return pages.show(request, TEMPLATE, page(request, visitor, line, Form.empty()));
    }

    @Heavy
    @Post(value = "/close", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> close(
            HttpRequest<?> request,
            Visitor visitor,
            UUID id,
            @Part("note") @Nullable String note,
            @Part("record") @Nullable String record,
            @Part("version") @Nullable String version,
            @Part("file") @Nullable CompletedFileUpload file)
            throws IOException {
        RecommendationLine line = find(visitor, id);
        Form form = Form.empty().with("note", note).with("record", record);
        String how = form.required("note", 1000);
        String later = form.value("record");
        boolean offered = evidence.later(visitor.scope(), line, Looking.locale(request)).stream()
                .anyMatch(choice -> choice.value().equals(later));
        if (!offered) {
            form.refuse("record", "form.not-one-of-these");
        }
        boolean sent = file != null && file.getSize() > 0;
        if (!sent && later.isEmpty()) {
            form.refuse("file", "recommendations.evidence-missing");
        }
        if (form.isGood()) {
            long basedOn = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
            List<UUID> records = later.isEmpty() ? List.of() : List.of(UUID.fromString(later));
            Act.CloseRecommendation act = new Act.CloseRecommendation(id, basedOn, how, records);
            if (closed(visitor, line, act, sent ? file : null, form)) {
                log.changed(visitor, Kind.RECOMMENDATION, id);
                return Pages.done("/recommendations/" + id, "done.recommendation-closed");
            }
        }
        return pages.refuse(request, TEMPLATE, page(request, visitor, find(visitor, id), form));
    }

    private boolean closed(
            Visitor visitor,
            RecommendationLine line,
            Act.CloseRecommendation act,
            @Nullable CompletedFileUpload file,
            Form form)
            throws IOException {
        Typist typist = new Typist(visitor.personId(), visitor.role(), visitor.scope());
        if (file == null) {
            return effect(desk.close(typist, line.communeCode(), line.villageCode(), act, null), form);
        }
        try (InputStream in = file.getInputStream()) {
            Taken taken = scans.take(in);
            if (!(taken instanceof Taken.Aside scan)) {
                form.refuse("file", "recommendations.file." + taken.getClass().getSimpleName());
                return false;
            }
            try (scan) {
                return effect(desk.close(typist, line.communeCode(), line.villageCode(), act, scan), form);
            }
        }
    }

    private static boolean effect(boolean had, Form form) {
        if (!had) {
            form.refuse("note", "recommendations.moved-on");
        }
        return had;
    }

    /** A file kept as evidence. */
    @Get("/files/{sha256}")
    HttpResponse<byte[]> file(Visitor visitor, UUID id, String sha256) throws IOException {
        Closing closing = evidence.of(find(visitor, id));
        AttachmentRef wanted = closing == null
                ? null
                : closing.attachments().stream()
                        .filter(one -> one.sha256().equals(sha256) && files.holds(sha256))
                        .findFirst()
                        .orElse(null);
        if (wanted == null) {
            log.refused(visitor, Kind.PHOTO, id);
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        log.saw(visitor, Kind.PHOTO, List.of(id));
        boolean picture = wanted.mediaType().startsWith("image/");
        return HttpResponse.ok(Files.readAllBytes(files.place(sha256)))
                .contentType(picture ? wanted.mediaType() : "application/octet-stream")
                .header("Content-Disposition", picture ? "inline" : "attachment; filename=\"evidence.pdf\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    private RecommendationLine find(Visitor visitor, UUID id) {
        return lines.find(visitor.scope(), id, visitor.today()).orElseThrow(() -> {
            log.refused(visitor, Kind.RECOMMENDATION, id);
            return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        });
    }

    private One page(HttpRequest<?> request, Visitor visitor, RecommendationLine line, Form form) {
        String code = line.villageCode() == null ? line.communeCode() : line.villageCode();
        return new One(
                line,
                areas.find(code).map(Area::name).orElse(code),
                name(line.followerId()),
                name(line.closerId()),
                evidence.of(line),
                line.isOpen() ? evidence.later(visitor.scope(), line, Looking.locale(request)) : List.of(),
                form,
                PaperScan.LARGEST);
    }

    private String name(@Nullable UUID id) {
        return id == null ? "" : people.find(id).map(Person::name).orElse("");
    }
}
