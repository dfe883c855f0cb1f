package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.TimeFrame;

/** The product's own sample plans: other units, numbers and places in the same layouts. */
class SamplePlansTest {

    @Test
    void readText_whenTasksStandInAnAppendixTable_readsEveryCell() throws Exception {
        ImportedPlan plan = read("hai-au-province.txt");

        assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND tỉnh Hải Âu", PlanLevel.PROVINCE));
        assertThat(plan.number()).isEqualTo("218/KH-UBND");
        assertThat(plan.date()).isEqualTo(LocalDate.of(2026, 1, 14));
        assertThat(plan.signer()).isEqualTo("Trần Thị Mẫu");
        assertThat(keys(plan)).containsExactly("1.1", "1.2", "2.1", "2.2", "2.3", "3.1");
        ImportedTask brokenByPage = plan.task("2.1").orElseThrow();
        assertThat(brokenByPage.content())
                .isEqualTo("Kiểm tra việc sử dụng vốn vay của từng hộ trong vòng ba mươi ngày sau khi giải ngân;"
                        + " lập phiếu kiểm tra và gửi về điểm giao dịch xã.");
        assertThat(brokenByPage.leadUnits()).containsExactly("Các tổ chức chính trị - xã hội nhận ủy thác");
        assertThat(brokenByPage.coordinatingUnits())
                .containsExactly("Chi nhánh NHCSXH tỉnh và các Phòng giao dịch NHCSXH");
        assertThat(brokenByPage.products()).containsExactly("Phiếu kiểm tra", "biên bản");
        assertThat(plan.task("1.1").orElseThrow().leadUnits()).containsExactly("Sở Văn hóa, Thể thao và Du lịch");
        assertThat(plan.task("1.2").orElseThrow().timeFrame())
                .isEqualTo(new TimeFrame("Quý I/2026", TimeFrame.Kind.BY_DATE, LocalDate.of(2026, 3, 31)));
        assertThat(plan.task("1.2").orElseThrow().coordinatingUnits()).isEmpty();
        assertThat(plan.reporting())
                .singleElement()
                .extracting(ReportingDuty::by)
                .isEqualTo("--11-20");
    }

    @Test
    void readText_whenTasksStandInProse_readsPointsWithoutInventingUnits() throws Exception {
        ImportedPlan plan = read("bai-cat-commune.txt");

        assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND xã Bãi Cát", PlanLevel.COMMUNE));
        assertThat(keys(plan)).containsExactly("1.a", "1.b", "1.c", "2.a", "2.b", "3.a", "3.b", "4.a", "4.b");
        assertThat(plan.basis()).extracting(CitedDocument::number).containsExactly("218/KH-UBND");
        assertThat(plan.tasks()).allSatisfy(task -> {
            assertThat(task.leadUnits()).isEmpty();
            assertThat(task.timeFrame().kind()).isEqualTo(TimeFrame.Kind.NONE);
        });
        assertThat(plan.reporting()).extracting(ReportingDuty::by).containsExactly("--10-25", null);
    }

    @Test
    void readText_whenTasksAreAssignedByLabelledLines_readsUnitsAndTimes() throws Exception {
        ImportedPlan plan = read("song-lam-city.txt");

        assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND thành phố Sông Lam Mới", PlanLevel.PROVINCE));
        assertThat(plan.number()).isNull();
        assertThat(plan.date()).isNull();
        assertThat(keys(plan)).containsExactly("1.a", "1.b", "2.a", "2.b", "2.c");
        assertThat(plan.task("2.a").orElseThrow().executingUnits())
                .containsExactly(
                        "HĐND các cấp",
                        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, cấp xã",
                        "Sở Tài chính",
                        "Sở Nội vụ",
                        "Sở Nông nghiệp và Môi trường",
                        "Công an thành phố",
                        "UBND cấp xã");
        assertThat(plan.task("2.b").orElseThrow().timeFrame().due()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(plan.replaces()).extracting(CitedDocument::number).containsExactly("77/KH-UBND");
    }

    private static ImportedPlan read(String name) throws Exception {
        return new PlanImporter().readText(PlanFiles.sample(name), name);
    }

    private static List<String> keys(ImportedPlan plan) {
        return plan.tasks().stream().map(ImportedTask::key).toList();
    }
}
