package vn.sothon.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.plan.Plans.aPlan;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminRefused;

class ReadingTest {
    private final ImportedPlan plan =
            aPlan().task("1.a", Plans.CHECKS).task("1.b", Plans.NEWS).read();

    @Test
    void set_whenUnitsAreCorrected_settlesTheirDoubtAndKeepsWhatStoodThere() {
        Reading.Changed changed = Reading.set(plan, "1.a", "leadUnits", Json.tree(List.of("Hội Nông dân")));

        assertThat(changed.document().task("1.a").orElseThrow().leadUnits()).containsExactly("Hội Nông dân");
        assertThat(changed.oldValue()).isEqualTo(Json.tree(List.of("UBND xã")));
        assertThat(Reading.doubts(changed.document())).isEqualTo(Reading.doubts(plan) - 1);
        assertThat(changed.document().task("1.b")).isEqualTo(plan.task("1.b"));
    }

    @Test
    void set_whenPartOfATimeIsCorrected_keepsTheRest() {
        TimeFrame due = new TimeFrame("Tháng 12/2026", TimeFrame.Kind.BY_DATE, LocalDate.parse("2026-12-31"));
        ImportedPlan timed =
                Reading.set(plan, "1.a", "timeFrame", Json.tree(due)).document();

        ImportedPlan changed = Reading.set(timed, "1.a", "timeFrame.due", TextNode.valueOf("2026-11-30"))
                .document();

        assertThat(changed.task("1.a").orElseThrow().timeFrame())
                .isEqualTo(new TimeFrame("Tháng 12/2026", TimeFrame.Kind.BY_DATE, LocalDate.parse("2026-11-30")));
    }

    @Test
    void set_whenValueIsOfAnotherKind_refusesIt() {
        assertRefused("UNKNOWN_VALUE", () -> Reading.set(plan, null, "issuer.level", TextNode.valueOf("VILLAGE")));
        assertRefused("WRONG_TYPE", () -> Reading.set(plan, "1.a", "leadUnits", TextNode.valueOf("Hội")));
        assertRefused("REQUIRED", () -> Reading.set(plan, "1.a", "content", TextNode.valueOf(" ")));
        assertRefused("KEY_TWICE", () -> Reading.set(plan, "1.a", "key", TextNode.valueOf("1.b")));
        assertRefused("UNKNOWN_TASK", () -> Reading.set(plan, "9", "content", TextNode.valueOf("x")));
        assertRefused("UNKNOWN_FIELD", () -> Reading.set(plan, "1.a", "id", TextNode.valueOf("x")));
    }

    @Test
    void add_whenATaskWasMissed_putsItInItsPlace() {
        ImportedPlan longer =
                Reading.add(plan, "1.a", Plans.aTask("1.a+", Plans.DEBTS)).document();

        assertThat(longer.tasks()).extracting(task -> task.key()).containsExactly("1.a", "1.a+", "1.b");
        assertThat(Reading.remove(longer, "1.a+").document()).isEqualTo(plan);
    }

    @Test
    void stated_whenThePhraseIsTheTasksOwn_isTakenAsAPersonSaysIt() {
        var task = plan.task("1.b").orElseThrow();

        List<Acceptance> stated = Reading.stated(
                task, Json.tree(List.of(Map.of("record", "VILLAGE", "phrase", "tuyên truyền chủ trương"))));

        assertThat(stated).singleElement().satisfies(one -> assertThat(one.phrase())
                .isEqualTo("tuyên truyền chủ trương"));
        assertRefused(
                "NOT_ITS_WORDS",
                () -> Reading.stated(
                        task, Json.tree(List.of(Map.of("record", "VILLAGE", "phrase", "kiểm tra vốn vay")))));
    }

    @Test
    void complete_whenTheLevelIsNotKnown_refusesToPublish() {
        ImportedPlan unknown = Reading.set(plan, null, "issuer.level", null).document();

        assertRefused("LEVEL_MISSING", () -> Reading.complete(unknown));
        Reading.complete(Reading.set(unknown, null, "issuer.level", TextNode.valueOf(PlanLevel.COMMUNE.name()))
                .document());
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
