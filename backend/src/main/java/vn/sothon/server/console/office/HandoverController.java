package vn.sothon.server.console.office;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.desk.Handover;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.admin.AdminRefused;

/** Somebody leaves an office: what is in his hands, and who takes it over? */
@Hidden
@Controller("/handover")
@InSection(Section.HANDOVER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HandoverController {
    private static final String PATH = "/handover";
    private static final String PAGE = "handover/handover";
    private static final int REASON = 500;

    private final Handover handover;
    private final Names names;
    private final Pages pages;

    HandoverController(Handover handover, Names names, Pages pages) {
        this.handover = handover;
        this.names = names;
        this.pages = pages;
    }

    /** What is open in the hands of {@code from}, if somebody was chosen; and what was handed over before. */
    public record Desk(
            List<Choice> people,
            List<Choice> successors,
            @Nullable UUID from,
            List<Handover.Part> open,
            List<Handover.Made> made,
            Form form,
            Names names) {}

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String from) {
        return pages.show(request, PAGE, page(request, visitor, Form.empty().with("from", from)));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> pass(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        Desk page = page(request, visitor, form);
        UUID to = Posted.id(form.required("to", 40)).orElse(null);
        String reason = form.required("reason", REASON);
        if (to == null) {
            form.refuse("to", "form.not-one-of-these");
        }
        if (page.from() == null) {
            form.refuse("from", "form.not-one-of-these");
        }
        if (form.isGood() && to != null && page.from() != null) {
            try {
                handover.pass(visitor.scope(), visitor.areaCode(), page.from(), to, reason);
                return Pages.done(PATH + "?from=" + to, "done.handed-over");
            } catch (AdminRefused e) {
                form.refuse("to", "handover.refused." + e.code());
            }
        }
        return pages.refuse(request, PAGE, page);
    }

    private Desk page(HttpRequest<?> request, Visitor visitor, Form form) {
        Locale locale = Looking.locale(request);
        List<Person> people = handover.people(visitor.scope(), visitor.areaCode());
        UUID from = Posted.id(form.value("from"))
                .filter(id -> people.stream().anyMatch(person -> person.id().equals(id)))
                .orElse(null);
        return new Desk(
                choices(locale, people),
                choices(locale, handover.successors(visitor.scope(), visitor.areaCode())),
                from,
                from == null ? List.of() : handover.open(visitor.scope(), visitor.areaCode(), from),
                handover.made(visitor.scope(), visitor.areaCode()),
                form,
                names);
    }

    private List<Choice> choices(Locale locale, List<Person> people) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", names.say(locale, "handover.nobody")));
        people.forEach(person -> choices.add(new Choice(person.id().toString(), person.name())));
        return choices;
    }
}
