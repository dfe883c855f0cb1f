package vn.sothon.server.console.plans;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.report.Period;
import vn.sothon.server.report.PlaceProgress;
import vn.sothon.server.report.PlanProgress;
import vn.sothon.server.report.ProgressLookup;
import vn.sothon.server.report.ProgressScope;
import vn.sothon.server.report.ProgressScopes;

/** Figures of one task, as far as the office a visitor acts in lets see them. */
@Singleton
class TaskPlaces {
    private final ProgressLookup lookup;
    private final ProgressScopes scopes;
    private final AreaLookup areas;

    TaskPlaces(ProgressLookup lookup, ProgressScopes scopes, AreaLookup areas) {
        this.lookup = lookup;
        this.scopes = scopes;
        this.areas = areas;
    }

    Optional<PlanProgress> progress(PlanView plan, Visitor visitor, Period period) {
        return lookup.ofPlan(plan.id(), period, scope(visitor));
    }

    /** Villages and groups of a commune; the communes of a province. */
    List<TaskProgressController.Places> places(Visitor visitor, Period period, List<UUID> counting) {
        ProgressScope scope = scope(visitor);
        boolean one = areas.find(visitor.areaCode())
                .map(Area::kind)
                .filter(AreaKind.COMMUNE::equals)
                .isPresent();
        if (one) {
            return List.of(
                    places("villages", lookup.byVillage(visitor.areaCode(), period, scope, counting)),
                    places("groups", lookup.byGroup(visitor.areaCode(), period, scope, counting)));
        }
        List<PlaceProgress> communes = new TreeSet<>(scope.communes())
                .stream()
                        .map(code -> new PlaceProgress(
                                code,
                                areas.find(code).map(Area::name).orElse(code),
                                lookup.ofCommune(code, period, scope, counting)))
                        .toList();
        return List.of(places("communes", communes));
    }

    private static TaskProgressController.Places places(String kind, List<PlaceProgress> all) {
        return new TaskProgressController.Places(
                kind,
                all.stream()
                        .filter(place -> place.figures().records() > 0)
                        .map(place -> new TaskProgressController.PlaceRow(
                                place.name(),
                                place.figures().records(),
                                TaskProgressController.findings(place.figures())))
                        .toList(),
                all.stream()
                        .filter(place -> place.figures().records() == 0)
                        .map(PlaceProgress::name)
                        .toList());
    }

    private ProgressScope scope(Visitor visitor) {
        return scopes.of(List.of(visitor.grant()));
    }
}
