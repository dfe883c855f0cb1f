package vn.sothon.server.console.alerts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.server.alert.AlertFilter;
import vn.sothon.server.alert.AlertLookup;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;

/** The inbox: what somebody must see to, the open and the grave first. */
@Hidden
@Controller("/alerts")
@InSection(Section.ALERTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertsController {
    private static final int ON_A_PAGE = 40;

    private final AlertLookup alerts;
    private final AlertWords words;
    private final AccessLog log;
    private final Texts texts;
    private final Pages pages;

    AlertsController(AlertLookup alerts, AlertWords words, AccessLog log, Texts texts, Pages pages) {
        this.alerts = alerts;
        this.words = words;
        this.log = log;
        this.texts = texts;
        this.pages = pages;
    }

    /** Which of one's alerts are shown. */
    enum Show {
        TO_DO,
        OPEN,
        ACKNOWLEDGED,
        MINE,
        RESOLVED,
        ALL
    }

    /** An alert in the list. */
    public record Row(AlertView alert, String title, String sentence, String place, String borrower, String assigned) {}

    public record Inbox(
            List<Row> rows,
            Form form,
            List<Choice> shows,
            List<Choice> rules,
            String asked,
            int found,
            int number,
            int count) {}

    @Get
    HttpResponse<String> inbox(HttpRequest<?> request, Visitor visitor) {
        Form form = Form.of(request.getParameters().asMap(String.class, String.class));
        Locale locale = Looking.locale(request);
        AlertFilter filter = filter(form);
        int found = alerts.count(visitor.personId(), filter);
        int count = Math.max(1, (found + ON_A_PAGE - 1) / ON_A_PAGE);
        String page = form.value("page");
        int number = Math.max(1, Math.min(count, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1));
        List<Row> rows = alerts.inbox(visitor.personId(), filter, ON_A_PAGE, (number - 1) * ON_A_PAGE).stream()
                .map(entry -> row(visitor, entry.alert(), locale))
                .toList();
        log.saw(visitor, Kind.ALERT, rows.stream().map(row -> row.alert().id()).toList());
        return pages.show(
                request,
                "alerts/list",
                new Inbox(rows, form, shows(locale), rules(locale), asked(form), found, number, count));
    }

    private Row row(Visitor visitor, AlertView alert, Locale locale) {
        AlertSentences sentences = words.in(locale);
        return new Row(
                alert,
                sentences.title(alert.rule()),
                sentences.say(alert),
                words.place(alert),
                words.borrower(visitor.scope(), alert),
                words.person(alert.assignedTo()));
    }

    private static AlertFilter filter(Form form) {
        Show show = show(form);
        Set<AlertState> states =
                switch (show) {
                    case OPEN -> Set.of(AlertState.OPEN);
                    case ACKNOWLEDGED -> Set.of(AlertState.ACKNOWLEDGED);
                    case RESOLVED -> Set.of(AlertState.RESOLVED);
                    case ALL -> Set.of();
                    case TO_DO, MINE -> Set.of(AlertState.OPEN, AlertState.ACKNOWLEDGED);
                };
        return new AlertFilter(states, rule(form), null, null, null, show == Show.MINE);
    }

    private static Show show(Form form) {
        return Arrays.stream(Show.values())
                .filter(show -> show.name().equals(form.value("show")))
                .findFirst()
                .orElse(Show.TO_DO);
    }

    private static @Nullable AlertRule rule(Form form) {
        return Arrays.stream(AlertRule.values())
                .filter(rule -> rule.name().equals(form.value("rule")))
                .findFirst()
                .orElse(null);
    }

    private static String asked(Form form) {
        AlertRule rule = rule(form);
        return "?show=" + show(form) + "&" + (rule == null ? "" : "rule=" + rule + "&");
    }

    private List<Choice> shows(Locale locale) {
        return Arrays.stream(Show.values())
                .map(show -> new Choice(show.name(), texts.say(locale, "alerts.show." + show)))
                .toList();
    }

    private List<Choice> rules(Locale locale) {
        List<Choice> rules = new ArrayList<>();
        rules.add(new Choice("", texts.say(locale, "alerts.any")));
        for (AlertRule rule : AlertRule.values()) {
            rules.add(new Choice(rule.name(), words.in(locale).title(rule.name())));
        }
        return rules;
    }
}
