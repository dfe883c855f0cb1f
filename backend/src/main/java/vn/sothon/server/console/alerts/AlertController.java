package vn.sothon.server.console.alerts;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.ActOutcome;
import vn.sothon.server.alert.Actor;
import vn.sothon.server.alert.AlertEvent;
import vn.sothon.server.alert.AlertLookup;
import vn.sothon.server.alert.AlertService;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;

/** One alert: what happened, to what, since when, and what its reader does about it. */
@Hidden
@Controller("/alerts/{id}")
@InSection(Section.ALERTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {
    private static final int LONGEST_NOTE = 1000;

    private final AlertLookup alerts;
    private final AlertService service;
    private final AlertWords words;
    private final Answerers answerers;
    private final Writer writer;
    private final ServerClock clock;
    private final AccessLog log;
    private final Pages pages;

    AlertController(
            AlertLookup alerts,
            AlertService service,
            AlertWords words,
            Answerers answerers,
            Writer writer,
            ServerClock clock,
            AccessLog log,
            Pages pages) {
        this.alerts = alerts;
        this.service = service;
        this.words = words;
        this.answerers = answerers;
        this.writer = writer;
        this.clock = clock;
        this.log = log;
        this.pages = pages;
    }

    /** A line of the history; {@code note} is in words, or the name of whom it was assigned to. */
    public record Event(String what, Instant at, String by, @Nullable ActingRole role, @Nullable String note) {}

    public record One(
            AlertView alert,
            long version,
            ActingRole office,
            String title,
            String sentence,
            String place,
            String borrower,
            String task,
            String assigned,
            boolean opens,
            boolean recommends,
            List<Event> history,
            List<Choice> answerers,
            Form form) {

        public boolean mayAcknowledge() {
            return alert.mayAnswer() && alert.state() == AlertState.OPEN;
        }

        public boolean mayResolve() {
            return alert.mayAnswer() && alert.state() != AlertState.RESOLVED;
        }

        public boolean isOfBank() {
            return office == ActingRole.CREDIT_OFFICER;
        }
    }

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        AlertLookup.Detail detail = find(visitor, id);
        log.saw(visitor, Kind.ALERT, List.of(id));
        return pages.show(request, "alerts/alert", page(request, visitor, detail, Form.empty()));
    }

    @Post(value = "/acknowledge", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> acknowledge(
            HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> typed) {
        AlertLookup.Detail detail = find(visitor, id);
        Form form = Form.of(typed);
        String note = form.optional("heard", LONGEST_NOTE);
        long version = version(form);
        return settle(
                request,
                visitor,
                detail,
                form,
                "heard",
                "done.alert-acknowledged",
                (actor, now) -> writer.write(tx -> service.acknowledge(tx, id, actor, version, note, now)));
    }

    @Post(value = "/resolve", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> resolve(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> typed) {
        AlertLookup.Detail detail = find(visitor, id);
        Form form = Form.of(typed);
        String note = form.required("settled", LONGEST_NOTE);
        long version = version(form);
        return settle(
                request,
                visitor,
                detail,
                form,
                "settled",
                "done.alert-resolved",
                (actor, now) -> writer.write(tx -> service.resolve(tx, id, actor, version, note, now)));
    }

    @Post(value = "/assign", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> assign(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> typed) {
        AlertLookup.Detail detail = find(visitor, id);
        Form form = Form.of(typed);
        String to = form.value("to");
        boolean known = answerers.of(detail.entry().alert(), visitor.today(), Looking.locale(request)).stream()
                .anyMatch(choice -> choice.value().equals(to));
        if (!known) {
            form.refuse("to", "form.not-one-of-these");
        }
        UUID whom = !known || to.isEmpty() ? null : UUID.fromString(to);
        return settle(
                request,
                visitor,
                detail,
                form,
                "to",
                "done.alert-assigned",
                (actor, now) -> writer.write(tx -> service.assign(tx, id, actor, whom, now)));
    }

    /** Does something to an alert in somebody's office. */
    private interface Doing {
        ActOutcome by(Actor actor, Instant now);
    }

    private HttpResponse<String> settle(
            HttpRequest<?> request,
            Visitor visitor,
            AlertLookup.Detail seen,
            Form form,
            String field,
            String done,
            Doing doing) {
        UUID id = seen.entry().alert().id();
        if (form.isGood()) {
            ActOutcome outcome =
                    doing.by(new Actor(visitor.personId(), seen.entry().role()), clock.now());
            if (outcome.tookEffect()) {
                log.changed(visitor, Kind.ALERT, id);
                return Pages.done("/alerts/" + id, done);
            }
            form.refuse(field, "alerts.outcome." + outcome);
        }
        return pages.refuse(request, "alerts/alert", page(request, visitor, find(visitor, id), form));
    }

    private static long version(Form form) {
        String version = form.value("version");
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    private AlertLookup.Detail find(Visitor visitor, UUID id) {
        return alerts.find(visitor.personId(), id).orElseThrow(() -> {
            log.refused(visitor, Kind.ALERT, id);
            return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        });
    }

    private One page(HttpRequest<?> request, Visitor visitor, AlertLookup.Detail detail, Form form) {
        Locale locale = Looking.locale(request);
        AlertView alert = detail.entry().alert();
        AlertSentences sentences = words.in(locale);
        boolean assigns = alert.mayAnswer() && alert.state() != AlertState.RESOLVED;
        if (form.value("to").isEmpty() && alert.assignedTo() != null) {
            form.with("to", alert.assignedTo().toString());
        }
        return new One(
                alert,
                detail.entry().version(),
                detail.entry().role(),
                sentences.title(alert.rule()),
                sentences.say(alert),
                words.place(alert),
                words.borrower(visitor.scope(), alert),
                words.task(alert),
                words.person(alert.assignedTo()),
                Section.RECORDS.opensFor(visitor.role()) && words.opens(visitor.scope(), alert.recordId()),
                assigns && Section.PAPER.opensFor(visitor.role()),
                detail.history().stream().map(event -> event(event, sentences)).toList(),
                assigns ? answerers.of(alert, visitor.today(), locale) : List.of(),
                form);
    }

    private Event event(AlertEvent event, AlertSentences sentences) {
        String note = event.note();
        if (note != null) {
            note = event.what() == AlertEvent.What.ASSIGNED
                    ? words.person(UUID.fromString(note))
                    : event.by() == null ? sentences.word("note", note) : note;
        }
        return new Event(event.what().name(), event.at(), words.person(event.by()), event.role(), note);
    }
}
