package vn.sothon.server.console.results;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.plans.PlanReach;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;

/** Which of the plans a visitor reads a page speaks of: the one asked for, else the one of his own place. */
@Singleton
class PlanChoice {
    private final PlanReach reach;

    PlanChoice(PlanReach reach) {
        this.reach = reach;
    }

    /** Plans that are in force, the visitor's own place first. */
    List<PlanView> all(Visitor visitor) {
        return reach.all(visitor).stream()
                .filter(plan -> plan.status() == PlanStatus.PUBLISHED && plan.line() != null)
                .sorted(Comparator.comparing(
                                (PlanView plan) -> !visitor.areaCode().equals(plan.areaCode()))
                        .thenComparing(PlanView::title)
                        .thenComparing(PlanView::id))
                .toList();
    }

    static Optional<PlanView> among(List<PlanView> plans, @Nullable UUID wanted) {
        return plans.stream()
                .filter(plan -> wanted == null || wanted.equals(plan.id()) || wanted.equals(plan.line()))
                .findFirst();
    }
}
