package vn.sothon.model.rule;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.TimeFrame;

/** Makes plan tasks for tests, classified from their words like imported ones. */
final class Tasks {
    private static final TaskClassifier CLASSIFIER = new TaskClassifier();

    private String plan = "Kế hoạch xã A";
    private PlanLevel level = PlanLevel.COMMUNE;
    private String area = "00001";
    private List<String> lead = List.of();
    private List<String> executing = List.of();
    private List<String> products = List.of();
    private LocalDate from = LocalDate.of(2026, 1, 1);
    private @Nullable LocalDate to;

    static Tasks aPlan() {
        return new Tasks();
    }

    Tasks titled(String title) {
        plan = title;
        return this;
    }

    Tasks of(PlanLevel planLevel, String areaCode) {
        level = planLevel;
        area = areaCode;
        return this;
    }

    Tasks inForce(LocalDate first, @Nullable LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    Tasks ledBy(String... units) {
        lead = List.of(units);
        return this;
    }

    Tasks executedBy(String... units) {
        executing = List.of(units);
        return this;
    }

    Tasks yielding(String... papers) {
        products = List.of(papers);
        return this;
    }

    PlanTask task(String key, String content) {
        return new PlanTask(
                id(plan + '/' + key),
                id(plan),
                plan,
                level,
                area,
                key,
                content,
                lead,
                executing,
                List.of(),
                products,
                new TimeFrame(null, TimeFrame.Kind.NONE, null),
                CLASSIFIER.classify(content, products),
                from,
                to);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
