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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.Debt;
import vn.sothon.server.loan.DebtLookup;
import vn.sothon.server.loan.DebtService;
import vn.sothon.server.loan.DebtService.NewNote;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** Which debts need an eye on them, who follows each, and what was agreed? */
@Hidden
@Controller("/debts")
@InSection(Section.DEBTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DebtsController {
    private static final String PATH = "/debts";
    private static final String ONE = "debts/one";
    private static final int PAGE = 50;
    private static final int TEXT = 2000;

    private final DebtLookup debts;
    private final DebtService service;
    private final Names names;
    private final AccessLog log;
    private final Pages pages;

    DebtsController(DebtLookup debts, DebtService service, Names names, AccessLog log, Pages pages) {
        this.debts = debts;
        this.service = service;
        this.names = names;
        this.log = log;
        this.pages = pages;
    }

    /** A page of debts; {@code counts} are of all of them, by kind. */
    public record Debts(
            List<Debt> debts,
            Map<Debt.Kind, Long> counts,
            String kind,
            String search,
            int number,
            int pageCount,
            LocalDate today,
            Names names) {
        public String link() {
            return PATH + "?kind=" + kind + "&search=" + search + "&";
        }
    }

    public record One(
            Debt debt, List<Debt.Note> history, List<Choice> people, Form form, LocalDate today, Names names) {}

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request,
            Visitor visitor,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String search,
            @QueryValue @Nullable Integer page) {
        String wanted = search == null ? "" : SearchName.of(search);
        List<Debt> all = debts.of(visitor.scope());
        Map<Debt.Kind, Long> counts = new EnumMap<>(Debt.Kind.class);
        all.forEach(debt -> debt.kinds().forEach(one -> counts.merge(one, 1L, Long::sum)));
        List<Debt> found = all.stream()
                .filter(debt -> kind == null
                        || kind.isEmpty()
                        || debt.kinds().stream().anyMatch(one -> one.name().equals(kind)))
                .filter(debt -> wanted.isEmpty()
                        || SearchName.of(debt.borrower()).contains(wanted)
                        || debt.number().contains(wanted))
                .toList();
        int count = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int number = page == null ? 1 : Math.min(Math.max(1, page), count);
        List<Debt> shown = found.subList((number - 1) * PAGE, Math.min(found.size(), number * PAGE));
        log.saw(visitor, AccessLog.Kind.LOAN, shown.stream().map(Debt::loanId).toList());
        return pages.show(
                request,
                "debts/list",
                new Debts(
                        shown,
                        counts,
                        kind == null ? "" : kind.replaceAll("[^A-Z_]", ""),
                        wanted.replace("&", ""),
                        number,
                        count,
                        visitor.today(),
                        names));
    }

    @Get("/{id}")
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue @Nullable UUID corrects) {
        Form form = Form.empty().with("agreedOn", visitor.today().toString());
        One page = page(request, visitor, id, form);
        form.with(
                "follower",
                page.debt().followerId() == null ? "" : page.debt().followerId().toString());
        Optional<Debt.Note> wrong = page.history().stream()
                .filter(note -> note.id().equals(corrects) && note.stands())
                .findFirst();
        wrong.ifPresent(note -> form.with("corrects", note.id().toString())
                .with("agreedOn", note.agreedOn().toString())
                .with("text", note.text())
                .with(
                        "promisedOn",
                        note.promisedOn() == null ? "" : note.promisedOn().toString())
                .with("promised", note.promised() == null ? "" : note.promised().toString()));
        log.saw(visitor, AccessLog.Kind.LOAN, List.of(id));
        return pages.show(request, ONE, page);
    }

    @Post(value = "/{id}/follower", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> follow(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        One page = page(request, visitor, id, form);
        UUID person = Posted.id(form.value("follower")).orElse(null);
        if (person == null && !form.value("follower").isEmpty()) {
            form.refuse("follower", "form.not-one-of-these");
        }
        if (form.isGood()) {
            try {
                service.follow(visitor.scope(), id, person, visitor.name());
                return Pages.done(PATH + "/" + id, "done.debt-followed");
            } catch (AdminRefused e) {
                form.refuse("follower", "debts.refused." + e.code());
            }
        }
        return pages.refuse(request, ONE, page);
    }

    @Post(value = "/{id}/notes", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> note(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        One page = page(request, visitor, id, form);
        String text = form.required("text", TEXT);
        if (form.value("agreedOn").isEmpty()) {
            form.refuse("agreedOn", "form.required");
        }
        LocalDate agreedOn = form.day("agreedOn").orElse(visitor.today());
        LocalDate promisedOn = form.day("promisedOn").orElse(null);
        Long promised = Posted.money(form, "promised");
        UUID corrects = Posted.id(form.value("corrects")).orElse(null);
        if (form.isGood()) {
            try {
                service.note(
                        visitor.scope(),
                        id,
                        new NewNote(agreedOn, text, promisedOn, promised, corrects),
                        visitor.personId());
                return Pages.done(PATH + "/" + id, "done.debt-noted");
            } catch (AdminRefused e) {
                form.refuse(e.code().equals("WRONG_DAY") ? "agreedOn" : "text", "debts.refused." + e.code());
            }
        }
        return pages.refuse(request, ONE, page);
    }

    private One page(HttpRequest<?> request, Visitor visitor, UUID id, Form form) {
        Debt debt = debts.one(visitor.scope(), id).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "UNKNOWN_LOAN"));
        return new One(
                debt,
                debts.history(visitor.scope(), id),
                names.candidates(Looking.locale(request), service.candidates(debt), "debts.nobody"),
                form,
                visitor.today(),
                names);
    }
}
