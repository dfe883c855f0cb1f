package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.TimeFrame;

class TypedPlanTest {
    private final TypedPlan typed = new TypedPlan(task -> List.of());

    @Test
    void read_whenAClerkTypedTheTable_isAPlanLikeAnyOther() throws Exception {
        ImportedPlan plan = typed.read(sample(), "typed.csv");

        assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND xã Đồi Chè", PlanLevel.COMMUNE));
        assertThat(plan.number()).isEqualTo("19/KH-UBND");
        assertThat(plan.date()).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(plan.sections()).extracting(ImportedSection::key).containsExactly("1", "2");
        assertThat(plan.tasks()).extracting(ImportedTask::key).containsExactly("1.a", "1.b", "2");
        ImportedTask check = plan.tasks().get(0);
        assertThat(check.leadUnits()).containsExactly("Hội Nông dân xã");
        assertThat(check.coordinatingUnits()).containsExactly("Trưởng thôn", "Phòng Kinh tế");
        assertThat(check.products()).containsExactly("Phiếu kiểm tra");
        assertThat(check.timeFrame().kind()).isEqualTo(TimeFrame.Kind.ONGOING);
        assertThat(check.source()).isEqualTo(new SourceLines(8, 8));
        assertThat(plan.tasks().get(2).timeFrame().due()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(plan.targets()).singleElement().extracting(PlanTarget::task).isEqualTo("2");
        assertThat(plan.reporting()).singleElement().satisfies(duty -> {
            assertThat(duty.by()).isEqualTo("--10-25");
            assertThat(duty.from()).containsExactly("UBND xã");
        });
    }

    @Test
    void read_whenSavedWithCommasAndAMark_isReadTheSame() throws Exception {
        String commas = "\ufeffTên kế hoạch,Kế hoạch A\nCơ quan ban hành,UBND tỉnh Hải Âu\n"
                + "TT,Nội dung,Đơn vị chủ trì,Thời hạn\n1,Kiểm tra vốn vay,\"Sở Tài chính; Công an tỉnh\",Hằng năm\n";

        ImportedPlan plan = typed.read(commas.getBytes(StandardCharsets.UTF_8), "typed.csv");

        assertThat(plan.issuer().level()).isEqualTo(PlanLevel.PROVINCE);
        assertThat(plan.tasks().get(0).leadUnits()).containsExactly("Sở Tài chính", "Công an tỉnh");
    }

    @Test
    void read_whenANumberStandsTwice_saysOnWhichLine() {
        String twice = "Tên kế hoạch;Kế hoạch A\nTT;Nội dung;Thời hạn\n1;Việc này;\n1;Việc kia;\n";

        UnreadablePlan refusal = catchThrowableOfType(
                UnreadablePlan.class, () -> typed.read(twice.getBytes(StandardCharsets.UTF_8), "typed.csv"));

        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void read_whenItIsNoTable_saysWhichHeadingWasExpected() {
        UnreadablePlan refusal = catchThrowableOfType(
                UnreadablePlan.class, () -> typed.read("a;b\n".getBytes(StandardCharsets.UTF_8), "typed.csv"));

        assertThat(refusal.code()).isEqualTo(UnreadablePlan.Code.TASKS_NOT_FOUND);
    }

    private static byte[] sample() throws Exception {
        try (InputStream in = TypedPlanTest.class.getResourceAsStream("/plan/typed-commune.csv")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
