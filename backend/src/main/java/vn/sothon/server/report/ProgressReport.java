package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

/** Puts together what {@code sothon progress} shows: plans task by task, or cut another way. */
@Singleton
final class ProgressReport {
    private static final int WEEKS = 12;

    private final ProgressLookup progress;
    private final KnownPlans plans;
    private final AreaLookup areas;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    ProgressReport(
            ProgressLookup progress,
            KnownPlans plans,
            AreaLookup areas,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.progress = progress;
        this.plans = plans;
        this.areas = areas;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How figures can be cut. */
    enum By {
        TASK,
        UNIT,
        VILLAGE,
        GROUP,
        WEEK
    }

    /**
     * What is asked for.
     *
     * @param plan its id or the beginning of it; absent: every plan in force
     * @param village only this village
     * @param period {@code 2026}, {@code 2026-Q3} or {@code 2026-11}; absent: this year
     */
    record Wanted(
            @JsonProperty("plan") @Nullable String plan,
            @JsonProperty("commune") @Nullable String commune,
            @JsonProperty("village") @Nullable String village,
            @JsonProperty("period") @Nullable String period,
            @JsonProperty("by") @Nullable String by) {}

    JsonNode of(Wanted wanted) {
        Period period = period(wanted);
        By by = wanted.by() == null ? By.TASK : By.valueOf(wanted.by());
        String village = wanted.village();
        String commune = village == null ? wanted.commune() : communeOf(village);
        ProgressScope scope = ProgressScope.all();
        if (village != null && commune != null) {
            scope = ProgressScope.ofVillage(commune, village);
        } else if (commune != null) {
            scope = ProgressScope.ofCommune(commune);
        }
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("period", Json.tree(period));
        report.put("asOf", clock.today().toString());
        report.put("by", by.name());
        if (village != null || commune != null) {
            String place = Objects.requireNonNullElse(village, commune);
            report.put("place", place);
            report.put("placeName", areas.find(place).map(Area::name).orElse(place));
        }
        if (by == By.TASK || by == By.UNIT) {
            plans(report, wanted, by, period, scope);
        } else {
            String whole = commune == null ? onlyCommune(wanted) : commune;
            report.set("rows", Json.tree(rows(by, whole, period, scope)));
        }
        return report;
    }

    private void plans(ObjectNode report, Wanted wanted, By by, Period period, ProgressScope scope) {
        ArrayNode shown = report.putArray("plans");
        for (PlanView plan : chosen(wanted)) {
            UUID id = plan.id();
            PlanProgress one = progress.ofPlan(id, period, scope).orElseThrow();
            ObjectNode node = (ObjectNode) Json.tree(one);
            if (by == By.UNIT) {
                node.remove("tasks");
                node.set("units", Json.tree(progress.byUnit(id, period, scope)));
            }
            shown.add(node);
        }
    }

    private List<?> rows(By by, String commune, Period period, ProgressScope scope) {
        return switch (by) {
            case VILLAGE -> progress.byVillage(commune, period, scope);
            case GROUP -> progress.byGroup(commune, period, scope);
            default -> progress.trendByWeek(commune, null, WEEKS, scope);
        };
    }

    private List<PlanView> chosen(Wanted wanted) {
        String plan = wanted.plan();
        return transactions.executeRead(status -> plan == null
                ? plans.inForce(status.getConnection())
                : List.of(plans.named(status.getConnection(), plan)));
    }

    private Period period(Wanted wanted) {
        String text = wanted.period();
        try {
            return text == null ? Period.ofYear(clock.today().getYear()) : Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw new AdminRefused("PERIOD", "A period is written 2026, 2026-Q3 or 2026-11, not " + text + ".");
        }
    }

    private String communeOf(String village) {
        List<String> path = areas.path(village);
        if (path.size() < 2) {
            throw new AdminRefused("UNKNOWN_AREA", "No village has the code " + village + ".");
        }
        return path.get(1);
    }

    private String onlyCommune(Wanted wanted) {
        List<String> communes = areas.all().stream()
                .filter(area -> area.kind() == AreaKind.COMMUNE)
                .map(Area::code)
                .toList();
        List<String> ofPlan = wanted.plan() == null
                ? List.of()
                : chosen(wanted).stream()
                        .map(PlanView::areaCode)
                        .filter(communes::contains)
                        .map(Objects::requireNonNull)
                        .toList();
        if (ofPlan.size() == 1) {
            return ofPlan.get(0);
        }
        if (communes.size() != 1) {
            throw new AdminRefused("WHICH_COMMUNE", "Say which commune: --commune CODE.");
        }
        return communes.get(0);
    }
}
