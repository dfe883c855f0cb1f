package vn.sothon.server.console.records;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Formats;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;

/** The list of checks and minutes, narrowed as asked, and the same as a file. */
@Hidden
@Controller("/records")
@InSection(Section.RECORDS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordsController {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_EXPORTED = 20_000;
    private static final List<String> KINDS = List.of("LOAN_USE_CHECK", "CHECK_SHEET", "MONITORING_MINUTES");

    private final RecordLines lines;
    private final AreaLookup areas;
    private final AccessLog log;
    private final Texts texts;
    private final Pages pages;

    RecordsController(RecordLines lines, AreaLookup areas, AccessLog log, Texts texts, Pages pages) {
        this.lines = lines;
        this.areas = areas;
        this.log = log;
        this.texts = texts;
        this.pages = pages;
    }

    public record Row(RecordLine line, String place) {}

    public record All(
            List<Row> rows,
            Form form,
            String asked,
            List<Choice> villages,
            List<Choice> kinds,
            List<Choice> findings,
            int number,
            int count,
            int found,
            boolean confirmed) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        Form form = Form.of(request.getParameters().asMap(String.class, String.class));
        RecordFilter filter = RecordFilter.of(form);
        int found = lines.count(visitor.scope(), filter);
        int count = Math.max(1, (found + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.max(1, Math.min(count, number(form.value("page"))));
        List<RecordLine> shown = lines.find(visitor.scope(), filter, ON_A_PAGE, (number - 1) * ON_A_PAGE);
        log.saw(visitor, Kind.RECORD_LIST, shown.stream().map(RecordLine::id).toList());
        Locale locale = Looking.locale(request);
        return pages.show(
                request,
                "records/list",
                new All(
                        shown.stream().map(line -> new Row(line, place(line))).toList(),
                        form,
                        filter.asked(),
                        villages(visitor, locale),
                        choices(locale, "records.kind", KINDS),
                        choices(
                                locale,
                                "records.finding",
                                Arrays.stream(FindingCode.values())
                                        .map(Enum::name)
                                        .toList()),
                        number,
                        count,
                        found,
                        visitor.confirmedAt() != null));
    }

    /** What the list shows, as a file for a spreadsheet; the password is asked for first. */
    @Heavy
    @Post(value = "/export", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> export(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        RecordFilter filter = RecordFilter.of(form);
        HttpResponse<String> first =
                StepUp.before(visitor, "/records" + filter.asked()).orElse(null);
        if (first != null) {
            return first;
        }
        List<RecordLine> found = lines.find(visitor.scope(), filter, MOST_EXPORTED, 0);
        log.exported(
                visitor, Kind.RECORD_LIST, found.stream().map(RecordLine::id).toList());
        Locale locale = Looking.locale(request);
        Formats formats = new Formats(locale);
        CsvText csv = new CsvText();
        csv.row(List.of("when", "kind", "borrower", "loan", "group", "place", "author", "task", "status").stream()
                .map(column -> texts.say(locale, "records.column." + column))
                .toList());
        for (RecordLine line : found) {
            csv.row(Arrays.asList(
                    formats.time(line.effectiveAt()),
                    texts.say(locale, "records.kind." + line.kind()),
                    line.borrower(),
                    line.loanNumber() == null ? null : "\u2060" + line.loanNumber(),
                    line.group(),
                    place(line),
                    line.author(),
                    line.taskKey() == null ? null : line.taskKey() + " " + line.taskTitle(),
                    texts.say(locale, "records.status." + line.status())));
        }
        return HttpResponse.ok(csv.bytes())
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"so-thon.csv\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }

    private String place(RecordLine line) {
        String code = line.villageCode() == null ? line.communeCode() : line.villageCode();
        return areas.find(code).map(Area::name).orElse(code);
    }

    private List<Choice> villages(Visitor visitor, Locale locale) {
        Map<String, String> villages = new LinkedHashMap<>();
        areas.within(visitor.areaCode()).forEach(village -> villages.put(village.code(), village.name()));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, "records.any")));
        villages.forEach((code, name) -> choices.add(new Choice(code, name)));
        return choices;
    }

    private List<Choice> choices(Locale locale, String prefix, List<String> names) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, "records.any")));
        names.forEach(name -> choices.add(new Choice(name, texts.say(locale, prefix + "." + name))));
        return choices;
    }
}
