package vn.sothon.server.console.results;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.importer.PlanTarget;
import vn.sothon.server.plan.result.TargetFigure;
import vn.sothon.server.plan.result.TargetService.Followed;

/**
 * A target with what it came to.
 *
 * @param standing figures that count, the latest period first
 */
public record Goal(Followed followed, List<TargetFigure> standing) {

    static Goal of(Followed followed) {
        return new Goal(
                followed,
                followed.figures().stream()
                        .filter(figure -> figure.head() && figure.counts())
                        .sorted(Comparator.comparing(TargetFigure::period)
                                .thenComparing(TargetFigure::enteredAt)
                                .reversed())
                        .toList());
    }

    public PlanTarget goal() {
        return followed.goal();
    }

    public @Nullable TargetFigure latest() {
        return standing.isEmpty() ? null : standing.get(0);
    }

    /** Whether the plan names a most and no least. */
    public boolean isCeiling() {
        return goal().to() != null && goal().from().signum() == 0;
    }

    /** Whether a figure is as much as the plan aims at, or as little. */
    public boolean reaches(TargetFigure figure) {
        BigDecimal to = goal().to();
        if (isCeiling() && to != null) {
            return figure.figure().compareTo(to) <= 0;
        }
        return figure.figure().compareTo(goal().from()) >= 0;
    }
}
