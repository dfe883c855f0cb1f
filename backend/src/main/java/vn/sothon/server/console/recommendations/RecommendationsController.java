package vn.sothon.server.console.recommendations;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.recommendations.RecommendationLines.Show;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;

/** Recommendations: the open, the late, the closed. */
@Hidden
@Controller("/recommendations")
@InSection(Section.RECOMMENDATIONS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecommendationsController {
    private static final int ON_A_PAGE = 40;

    private final RecommendationLines lines;
    private final AreaLookup areas;
    private final AccessLog log;
    private final Pages pages;

    RecommendationsController(RecommendationLines lines, AreaLookup areas, AccessLog log, Pages pages) {
        this.lines = lines;
        this.areas = areas;
        this.log = log;
        this.pages = pages;
    }

    public record Row(RecommendationLine line, String place) {}

    /** One way to look at them, and how many there are that way. */
    public record Tab(Show show, int found, boolean here) {}

    public record All(List<Tab> tabs, List<Row> rows, Show show, int number, int count) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        Show show = Arrays.stream(Show.values())
                .filter(one -> one.name().equals(request.getParameters().get("show")))
                .findFirst()
                .orElse(Show.OPEN);
        List<Tab> tabs = Arrays.stream(Show.values())
                .map(one -> new Tab(one, lines.count(visitor.scope(), one, visitor.today()), one == show))
                .toList();
        int found = lines.count(visitor.scope(), show, visitor.today());
        int count = Math.max(1, (found + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.max(1, Math.min(count, number(request.getParameters().get("page"))));
        List<Row> rows =
                lines.find(visitor.scope(), show, visitor.today(), ON_A_PAGE, (number - 1) * ON_A_PAGE).stream()
                        .map(line -> new Row(line, place(line)))
                        .toList();
        log.saw(
                visitor,
                Kind.RECOMMENDATION,
                rows.stream().map(row -> row.line().id()).toList());
        return pages.show(request, "recommendations/list", new All(tabs, rows, show, number, count));
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }

    private String place(RecommendationLine line) {
        String code = line.villageCode() == null ? line.communeCode() : line.villageCode();
        return areas.find(code).map(Area::name).orElse(code);
    }
}
