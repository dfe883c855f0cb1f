package vn.sothon.server.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;

/** The first page: where one can go. */
@Hidden
@Controller("/")
@InSection(Section.HOME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {
    private final Pages pages;

    HomeController(Pages pages) {
        this.pages = pages;
    }

    public record Home(List<Section> ways) {}

    @Get
    HttpResponse<String> home(HttpRequest<?> request, Visitor visitor) {
        List<Section> ways = Section.navigation(visitor.role()).stream()
                .filter(section -> section != Section.HOME)
                .toList();
        return pages.show(request, "home", new Home(ways));
    }
}
