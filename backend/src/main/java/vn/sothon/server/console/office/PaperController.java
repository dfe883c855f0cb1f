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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.desk.Paper;
import vn.sothon.server.desk.PaperDesk;
import vn.sothon.server.desk.PaperDrafts;
import vn.sothon.server.desk.PaperEntries;
import vn.sothon.server.desk.PaperScan;
import vn.sothon.server.desk.Typed;
import vn.sothon.server.desk.Typist;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.http.Refusal;

/** A sheet or minutes came on paper: scan it, type it from the scan, and it is a record like any other. */
@Hidden
@Controller("/paper")
@InSection(Section.PAPER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaperController {
    private static final String PATH = "/paper";
    private static final String START = "paper/start";
    private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)]\\.(\\w+).*");

    private final PaperDesk desk;
    private final PaperScan scans;
    private final PaperDrafts drafts;
    private final PaperEntries entries;
    private final LoanBook loans;
    private final AreaLookup areas;
    private final Names names;
    private final AccessLog log;
    private final Pages pages;

    PaperController(
            PaperDesk desk,
            PaperScan scans,
            PaperDrafts drafts,
            PaperEntries entries,
            LoanBook loans,
            AreaLookup areas,
            Names names,
            AccessLog log,
            Pages pages) {
        this.desk = desk;
        this.scans = scans;
        this.drafts = drafts;
        this.entries = entries;
        this.loans = loans;
        this.areas = areas;
        this.names = names;
        this.log = log;
        this.pages = pages;
    }

    public record Start(
            List<PaperEntries.Entry> entries, List<Choice> kinds, List<Choice> groups, Form form, Names names) {}

    /** A sheet being typed; {@code loans} are the group's, one row of the form each. */
    public record Sheet(
            UUID draft,
            boolean picture,
            LoanBook.GroupEntry group,
            List<LoanBook.Entry> loans,
            List<Choice> visits,
            List<Choice> outcomes,
            Form form) {}

    /** Minutes being typed. */
    public record Minutes(
            UUID draft,
            boolean picture,
            List<Choice> forms,
            List<Choice> groups,
            List<Choice> villages,
            List<Choice> findings,
            Form form) {}

    @Get
    HttpResponse<String> start(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String kind) {
        return pages.show(
                request, START, startPage(request, visitor, Form.empty().with("kind", kind)));
    }

    @Heavy
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> upload(
            HttpRequest<?> request,
            Visitor visitor,
            @Part("kind") @Nullable String kind,
            @Part("group") @Nullable String group,
            @Part("scan") @Nullable CompletedFileUpload scan)
            throws IOException {
        Form form = Form.empty().with("kind", kind).with("group", group);
        boolean sheet = "SHEET".equals(kind);
        if (!sheet && !"MINUTES".equals(kind)) {
            form.refuse("kind", "form.not-one-of-these");
        }
        if (sheet && loans.group(visitor.scope(), form.value("group")).isEmpty()) {
            form.refuse("group", "form.not-one-of-these");
        }
        if (scan == null || scan.getSize() == 0) {
            form.refuse("scan", "paper.scan.EMPTY");
        } else if (form.isGood()) {
            try (InputStream in = scan.getInputStream()) {
                PaperScan.Taken taken = scans.take(in);
                if (taken instanceof PaperScan.Taken.Aside aside) {
                    UUID id = desk.freshId();
                    drafts.keep(id, visitor.personId(), aside);
                    return Pages.to(
                            sheet ? PATH + "/sheets/" + id + "?group=" + form.value("group") : PATH + "/minutes/" + id);
                }
                form.refuse("scan", "paper.scan." + taken.getClass().getSimpleName());
            }
        }
        return pages.refuse(request, START, startPage(request, visitor, form));
    }

    /** The scan beside the form. */
    @Get("/drafts/{id}/scan")
    HttpResponse<byte[]> scan(Visitor visitor, UUID id) throws IOException {
        PaperScan.Taken.Aside scan = draft(visitor, id).scan();
        boolean picture = isPicture(scan);
        return HttpResponse.ok(Files.readAllBytes(scan.file()))
                .contentType(scan.ref().mediaType())
                .header("Content-Disposition", picture ? "inline" : "attachment; filename=\"scan.pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @Get("/sheets/{id}")
    HttpResponse<String> sheet(HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue String group) {
        Sheet page = sheetPage(request, visitor, id, Form.empty().with("group", group));
        log.saw(
                visitor,
                AccessLog.Kind.LOAN,
                page.loans().stream().map(LoanBook.Entry::id).toList());
        return pages.show(request, "paper/sheet", page);
    }

    @Post(value = "/sheets/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> typeSheet(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted)
            throws IOException {
        Form form = Form.of(posted);
        Sheet page = sheetPage(request, visitor, id, form);
        PaperForms.SheetTyped typed = PaperForms.sheet(id, page.group().code(), page.loans(), form, visitor.today());
        List<String> rowKeys = typed.rowKeys();
        return settle(request, visitor, id, form, typed.sheet(), rowKeys, "paper/sheet", page);
    }

    @Get("/minutes/{id}")
    HttpResponse<String> minutes(HttpRequest<?> request, Visitor visitor, UUID id) {
        return pages.show(request, "paper/minutes", minutesPage(request, visitor, id, Form.empty()));
    }

    @Post(value = "/minutes/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> typeMinutes(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted)
            throws IOException {
        Form form = Form.of(posted);
        Minutes page = minutesPage(request, visitor, id, form);
        Paper.Minutes minutes = PaperForms.minutes(id, visitor.areaCode(), page, form, visitor.today());
        return settle(request, visitor, id, form, minutes, List.of(), "paper/minutes", page);
    }

    private HttpResponse<String> settle(
            HttpRequest<?> request,
            Visitor visitor,
            UUID id,
            Form form,
            @Nullable Paper paper,
            List<String> rowKeys,
            String template,
            Object page)
            throws IOException {
        if (paper == null || !form.isGood()) {
            return pages.refuse(request, template, page);
        }
        PaperDrafts.Draft draft = draft(visitor, id);
        Typed typed = desk.type(new Typist(visitor.personId(), visitor.role(), visitor.scope()), paper, draft.scan());
        if (typed instanceof Typed.Incomplete incomplete) {
            incomplete.problems().forEach(problem -> refuse(form, problem, rowKeys));
            return pages.refuse(request, template, page);
        }
        drafts.forget(draft);
        log.changed(visitor, AccessLog.Kind.PAPER, id);
        boolean held = typed instanceof Typed.Stored stored && stored.held();
        return Pages.done(PATH, held ? "done.paper-held" : "done.paper-typed");
    }

    /** A problem of row n is shown at the field of that row's loan. */
    private static void refuse(Form form, Problem problem, List<String> rowKeys) {
        String field = String.valueOf(problem.field());
        Matcher row = ROW.matcher(field);
        if (row.matches()) {
            field = row.group(2) + "-" + rowKeys.get(Integer.parseInt(row.group(1)));
        }
        form.refuse(field.isEmpty() ? "author" : field, "paper.problem." + problem.code());
    }

    private Start startPage(HttpRequest<?> request, Visitor visitor, Form form) {
        List<Choice> groups = new ArrayList<>();
        groups.add(new Choice("", names.say(Looking.locale(request), "paper.no-group")));
        groups.addAll(groups(visitor));
        return new Start(
                entries.of(visitor.scope()),
                names.options(Looking.locale(request), PaperForms.Kind.class, "paper.kind"),
                groups,
                form,
                names);
    }

    private Sheet sheetPage(HttpRequest<?> request, Visitor visitor, UUID id, Form form) {
        PaperDrafts.Draft draft = draft(visitor, id);
        LoanBook.GroupEntry group = loans.group(visitor.scope(), form.value("group"))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "UNKNOWN_GROUP"));
        return new Sheet(
                id,
                isPicture(draft.scan()),
                group,
                loans.ofGroup(visitor.scope(), group.code()),
                names.options(Looking.locale(request), VisitKind.class, "paper.visit"),
                outcomes(request),
                form);
    }

    private List<Choice> outcomes(HttpRequest<?> request) {
        List<Choice> outcomes = new ArrayList<>();
        outcomes.add(new Choice("", names.say(Looking.locale(request), "paper.outcome.none")));
        outcomes.addAll(names.options(Looking.locale(request), LoanUseCheck.Outcome.class, "paper.outcome"));
        return outcomes;
    }

    private Minutes minutesPage(HttpRequest<?> request, Visitor visitor, UUID id, Form form) {
        PaperDrafts.Draft draft = draft(visitor, id);
        List<Choice> groups = new ArrayList<>();
        groups.add(new Choice("", names.say(Looking.locale(request), "paper.no-group")));
        groups.addAll(groups(visitor));
        List<Choice> villages = new ArrayList<>();
        villages.add(new Choice("", names.say(Looking.locale(request), "paper.whole-commune")));
        for (Area village : areas.within(visitor.areaCode())) {
            villages.add(new Choice(village.code(), village.name()));
        }
        List<Choice> findings = new ArrayList<>();
        findings.add(new Choice("", names.say(Looking.locale(request), "paper.finding.none")));
        findings.addAll(names.options(Looking.locale(request), PaperForms.Plain.class, "paper.finding"));
        return new Minutes(
                id,
                isPicture(draft.scan()),
                names.options(Looking.locale(request), MonitoringMinutes.Form.class, "paper.form"),
                groups,
                villages,
                findings,
                form);
    }

    private List<Choice> groups(Visitor visitor) {
        return loans.groups(visitor.scope()).stream()
                .map(group -> new Choice(group.code(), group.name() + " · " + names.area(group.villageCode())))
                .toList();
    }

    private PaperDrafts.Draft draft(Visitor visitor, UUID id) {
        return drafts.find(id, visitor.personId()).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "DRAFT_GONE"));
    }

    private static boolean isPicture(PaperScan.Taken.Aside scan) {
        return scan.ref().mediaType().startsWith("image/");
    }
}
