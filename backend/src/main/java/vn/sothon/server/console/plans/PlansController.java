package vn.sothon.server.console.plans;

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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.UnreadablePlan;
import vn.sothon.server.platform.http.Refusal;

/** The list of plans, and reading a new one from a file. */
@Hidden
@Controller("/plans")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private final PlanReach reach;
    private final PlanUploads uploads;
    private final AreaLookup areas;
    private final AccessLog log;
    private final Pages pages;

    PlansController(PlanReach reach, PlanUploads uploads, AreaLookup areas, AccessLog log, Pages pages) {
        this.reach = reach;
        this.uploads = uploads;
        this.areas = areas;
        this.log = log;
        this.pages = pages;
    }

    public record Row(PlanView plan, String place) {}

    public record All(List<Row> rows, boolean mayUpload) {}

    public record Uploading(Form form, List<Choice> places, int most) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        List<Row> rows = reach.all(visitor).stream()
                .sorted(Comparator.comparing((PlanView plan) -> plan.status()).thenComparing(PlanView::title))
                .map(plan -> new Row(plan, place(plan.areaCode())))
                .toList();
        return pages.show(request, "plans/list", new All(rows, PlanReach.mayKeep(visitor)));
    }

    @Get("/upload")
    HttpResponse<String> uploading(HttpRequest<?> request, Visitor visitor) {
        mayKeep(visitor);
        return pages.show(request, "plans/upload", page(visitor, Form.empty()));
    }

    @Heavy
    @Post(value = "/upload", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> upload(
            HttpRequest<?> request,
            Visitor visitor,
            @Part("file") @Nullable CompletedFileUpload file,
            @Part("place") @Nullable String place)
            throws IOException {
        mayKeep(visitor);
        Form form = Form.empty().with("place", place);
        if (!reach.governs(visitor, form.value("place"))) {
            form.refuse("place", "form.not-one-of-these");
        }
        if (file == null || file.getSize() == 0) {
            form.refuse("file", "plans.no-file");
        } else if (file.getSize() > PlanUploads.MOST_BYTES) {
            form.refuse("file", "form.file-large");
        }
        if (form.isGood() && file != null) {
            try {
                UUID id = uploads.take(file.getFilename(), file.getBytes(), form.value("place"));
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done("/plans/" + id, "done.plan-read");
            } catch (UnreadablePlan e) {
                form.refuse("file", "plans.unreadable." + e.code());
            }
        }
        return pages.refuse(request, "plans/upload", page(visitor, form));
    }

    private static void mayKeep(Visitor visitor) {
        if (!PlanReach.mayKeep(visitor)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
    }

    private Uploading page(Visitor visitor, Form form) {
        List<Choice> places = areas.all().stream()
                .filter(area -> area.kind() != AreaKind.VILLAGE && area.successorCode() == null)
                .filter(area -> reach.governs(visitor, area.code()))
                .filter(area -> visitor.role() == ActingRole.ADMINISTRATOR
                        || area.code().equals(visitor.areaCode()))
                .map(area -> new Choice(area.code(), area.name()))
                .toList();
        return new Uploading(form, places, PlanUploads.MOST_BYTES);
    }

    private String place(@Nullable String code) {
        return code == null ? "" : areas.find(code).map(Area::name).orElse(code);
    }
}
