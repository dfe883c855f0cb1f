package vn.sothon.server.console.office;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Formats;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.RosterDesk;
import vn.sothon.server.loan.RosterDesk.Looked;
import vn.sothon.server.loan.RosterOutcome;
import vn.sothon.server.loan.RosterSentences;
import vn.sothon.server.loan.RosterUndo;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** Which loans does the bank tell of? Look at a roster, apply it, take it back. */
@Hidden
@Controller("/rosters")
@InSection(Section.ROSTERS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RostersController {
    private static final String PATH = "/rosters";
    private static final String LIST = "rosters/list";
    private static final String PREVIEW = "rosters/preview";

    private final RosterDesk desk;
    private final AccessLog log;
    private final Pages pages;

    RostersController(RosterDesk desk, AccessLog log, Pages pages) {
        this.desk = desk;
        this.log = log;
        this.pages = pages;
    }

    public record Imports(List<RosterDesk.Imported> imports, Form form) {
        public RosterDesk.@Nullable Imported undoable() {
            return imports.stream()
                    .filter(RosterDesk.Imported::undoable)
                    .findFirst()
                    .orElse(null);
        }
    }

    public record Preview(Looked.Legible looked, Form form) {
        public String sentence(RosterOutcome.Problem problem) {
            return RosterSentences.of(problem);
        }

        /** A value as people read it. */
        public String shown(Formats formats, @Nullable Object value) {
            if (value instanceof LocalDate day) {
                return formats.day(day);
            }
            return value instanceof Long money ? formats.money(money) : value == null ? "\u2013" : value.toString();
        }
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Visitor visitor) {
        return pages.show(request, LIST, imports(visitor, Form.empty()));
    }

    @Heavy
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> upload(
            HttpRequest<?> request, Visitor visitor, @Part("file") @Nullable CompletedFileUpload file)
            throws IOException {
        Form form = Form.empty();
        if (file == null || file.getSize() == 0) {
            form.refuse("file", "rosters.file.EMPTY");
            return pages.refuse(request, LIST, imports(visitor, form));
        }
        Looked looked;
        try (InputStream in = file.getInputStream()) {
            looked = desk.upload(visitor.scope(), in, file.getFilename(), visitor.areaCode());
        }
        if (looked instanceof Looked.Legible legible) {
            return Pages.to(PATH + "/drafts/" + legible.draft());
        }
        String code =
                looked instanceof Looked.Illegible illegible ? illegible.code().name() : "BROKEN";
        form.refuse("file", "rosters.file." + code);
        return pages.refuse(request, LIST, imports(visitor, form));
    }

    @Get("/drafts/{id}")
    HttpResponse<String> preview(
            HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue @Nullable String period) {
        Form form = Form.empty().with("period", period);
        LocalDate day = form.day("period").orElse(null);
        Preview page = new Preview(legible(visitor, id, day), form);
        log.saw(visitor, AccessLog.Kind.ROSTER, List.of(id));
        return pages.show(request, PREVIEW, page);
    }

    @Post(value = "/drafts/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> apply(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted)
            throws IOException {
        Form form = Form.of(posted);
        LocalDate day = form.day("period").orElse(null);
        Looked.Legible looked = legible(visitor, id, day);
        if (looked.needsPeriod() && form.value("period").isEmpty()) {
            form.refuse("period", "rosters.period-needed");
        }
        if (form.isGood()) {
            try {
                log.changed(
                        visitor,
                        AccessLog.Kind.ROSTER,
                        desk.apply(visitor.scope(), id, day, visitor.name()).id());
                return Pages.done(PATH, "done.roster-applied");
            } catch (AdminRefused e) {
                form.refuse("period", "rosters.refused." + e.code());
            }
        }
        return pages.refuse(request, PREVIEW, new Preview(looked, form));
    }

    @Heavy
    @Post(value = "/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> undo(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        RosterUndo undo = desk.undo(visitor.scope(), visitor.areaCode(), visitor.name());
        if (undo instanceof RosterUndo.Refused refused) {
            Form form = Form.empty()
                    .refuse("undo", "rosters.undo." + refused.reason().name(), refused.count());
            return pages.refuse(request, LIST, imports(visitor, form));
        }
        log.changed(visitor, AccessLog.Kind.ROSTER, ((RosterUndo.Done) undo).importId());
        return Pages.done(PATH, "done.roster-undone");
    }

    private Imports imports(Visitor visitor, Form form) {
        return new Imports(desk.imports(visitor.scope(), visitor.areaCode()), form);
    }

    private Looked.Legible legible(Visitor visitor, UUID id, @Nullable LocalDate period) {
        if (desk.look(visitor.scope(), id, period) instanceof Looked.Legible legible) {
            return legible;
        }
        throw new Refusal(HttpStatus.NOT_FOUND, "DRAFT_GONE");
    }
}
