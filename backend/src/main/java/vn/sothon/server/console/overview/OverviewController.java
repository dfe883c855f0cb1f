package vn.sothon.server.console.overview;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.overview.GettingOn.PlaceRow;
import vn.sothon.server.console.overview.GettingOn.PlanRows;
import vn.sothon.server.console.overview.GettingOn.Trend;
import vn.sothon.server.console.overview.Needs.Need;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.plan.calendar.DatedDuty;

/** The first page: what needs me now. */
@Hidden
@Controller("/")
@InSection(Section.HOME)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {
    private final Needs needs;
    private final GettingOn gettingOn;
    private final Visits visits;
    private final AccessLog log;
    private final Pages pages;

    OverviewController(Needs needs, GettingOn gettingOn, Visits visits, AccessLog log, Pages pages) {
        this.needs = needs;
        this.gettingOn = gettingOn;
        this.visits = visits;
        this.log = log;
        this.pages = pages;
    }

    /** The page; what a role does not have is empty. */
    public record Overview(
            List<Need> needs,
            List<PlaceRow> communes,
            List<PlaceRow> villages,
            List<PlaceRow> groups,
            List<PlanRows> plans,
            Trend trend,
            Visits.Sketch map,
            List<DatedDuty> reports,
            LocalDate today,
            List<Section> ways) {

        public boolean isQuiet() {
            return needs.stream().allMatch(need -> need.count() == 0);
        }
    }

    @Get
    HttpResponse<String> overview(HttpRequest<?> request, Visitor visitor) {
        ActingRole role = visitor.role();
        boolean office = Section.RECOMMENDATIONS.opensFor(role);
        boolean leads = role == ActingRole.COMMUNE_LEADER;
        boolean province = role == ActingRole.PROVINCE_VIEWER;
        List<PlaceRow> villages = office ? gettingOn.villages(visitor) : List.of();
        List<PlaceRow> groups = office ? gettingOn.groups(visitor) : List.of();
        List<PlaceRow> places = role == ActingRole.ASSOCIATION_OFFICER ? groups : villages;
        long overdue = places.stream().mapToLong(PlaceRow::overdue).sum();
        List<DatedDuty> reports = leads || province ? gettingOn.reports(visitor) : List.of();
        Visits.Sketch map = office ? visits.of(visitor.scope()) : new Visits.Sketch(List.of(), List.of());
        if (!map.dots().isEmpty()) {
            log.saw(
                    visitor,
                    Kind.RECORD_LIST,
                    map.dots().stream().map(Visits.Dot::record).toList());
        }
        return pages.show(
                request,
                "overview/overview",
                new Overview(
                        needs.of(visitor, overdue, reports.size()).stream()
                                .filter(need -> leads || !need.what().equals("reports"))
                                .toList(),
                        province ? gettingOn.communes(visitor) : List.of(),
                        role == ActingRole.ASSOCIATION_OFFICER ? List.of() : villages,
                        groups,
                        office || province ? gettingOn.plans(visitor) : List.of(),
                        office ? gettingOn.trend(visitor) : new Trend(List.of(), "{}"),
                        map,
                        reports,
                        visitor.today(),
                        Section.navigation(role).stream()
                                .filter(section -> section != Section.HOME)
                                .toList()));
    }
}
