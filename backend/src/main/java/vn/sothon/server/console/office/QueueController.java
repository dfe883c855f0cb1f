package vn.sothon.server.console.office;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.ops.QueueDecisions;
import vn.sothon.server.ops.QueueDesk;
import vn.sothon.server.ops.QueueDesk.Waiting;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** Which records wait for a person, and for what decision? */
@Hidden
@Controller("/queue")
@InSection(Section.QUEUE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueController {
    private static final String PATH = "/queue";
    private static final String ONE = "queue/one";
    private static final int REASON = 500;

    private final QueueDesk desk;
    private final QueueDecisions decisions;
    private final Names names;
    private final AccessLog log;
    private final Pages pages;

    QueueController(QueueDesk desk, QueueDecisions decisions, Names names, AccessLog log, Pages pages) {
        this.desk = desk;
        this.decisions = decisions;
        this.names = names;
        this.log = log;
        this.pages = pages;
    }

    public record Queue(List<Waiting> waiting, Names names) {}

    /** One record that waits; {@code loans} are those it may be about. */
    public record One(
            Waiting waiting, boolean mayAdmit, List<LoanBook.Entry> loans, String search, Form form, Names names) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Visitor visitor) {
        return pages.show(request, "queue/list", new Queue(desk.list(visitor.scope()), names));
    }

    @Get("/{id}")
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue @Nullable String search) {
        One page = page(visitor, id, search, Form.empty());
        log.saw(visitor, AccessLog.Kind.RECORD, List.of(id));
        return pages.show(request, ONE, page);
    }

    @Post(value = "/{id}/admit", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> admit(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        return decide(request, visitor, id, posted, "done.queue-admitted", reason -> {
            requireLeader(visitor);
            decisions.admit(visitor.scope(), id, reason);
        });
    }

    @Post(value = "/{id}/set-aside", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> setAside(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        return decide(request, visitor, id, posted, "done.queue-aside", reason -> {
            requireLeader(visitor);
            decisions.setAside(visitor.scope(), id, reason);
        });
    }

    @Post(value = "/{id}/loan", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> match(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        UUID loan = Posted.id(Form.of(posted).value("loan")).orElse(null);
        return decide(request, visitor, id, posted, "done.queue-matched", reason -> {
            if (loan == null) {
                throw new AdminRefused("UNKNOWN_LOAN", "No loan was chosen.");
            }
            decisions.match(visitor.scope(), id, loan, reason);
        });
    }

    @Post(value = "/{id}/choose", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> choose(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        return decide(request, visitor, id, posted, "done.queue-chosen", reason -> {
            requireLeader(visitor);
            decisions.choose(visitor.scope(), id, reason);
        });
    }

    @Post(value = "/{id}/seen", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> seen(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        String note = Form.of(posted).value("note");
        return decide(request, visitor, id, posted, "done.queue-seen", reason -> {
            requireLeader(visitor);
            decisions.seen(visitor.scope(), id, note, reason);
        });
    }

    private interface Decision {
        void carryOut(String reason);
    }

    private HttpResponse<String> decide(
            HttpRequest<?> request,
            Visitor visitor,
            UUID id,
            Map<String, Object> posted,
            String done,
            Decision decision) {
        Form form = Form.of(posted);
        One page = page(visitor, id, form.value("search"), form);
        String reason = form.required("reason", REASON);
        if (form.isGood()) {
            try {
                decision.carryOut(reason);
                log.changed(visitor, AccessLog.Kind.RECORD, id);
                return Pages.done(PATH, done);
            } catch (AdminRefused e) {
                form.refuse(e.code().equals("UNKNOWN_LOAN") ? "loan" : "reason", "queue.refused." + e.code());
            }
        }
        return pages.refuse(request, ONE, page);
    }

    private One page(Visitor visitor, UUID id, @Nullable String search, Form form) {
        Waiting waiting = desk.of(visitor.scope(), id).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_WAITING"));
        List<LoanBook.Entry> loans =
                waiting.why().equals("LOAN_UNMATCHED") ? desk.candidates(visitor.scope(), waiting, search) : List.of();
        return new One(
                waiting,
                (waiting.isAdmissible() || waiting.isNote() || waiting.why().equals("FORK"))
                        && visitor.role() == ActingRole.COMMUNE_LEADER,
                loans,
                search == null ? "" : search,
                form,
                names);
    }

    private static void requireLeader(Visitor visitor) {
        if (visitor.role() != ActingRole.COMMUNE_LEADER) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
    }
}
