package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.TimeFrame.Kind;

/** Plans written to be awkward: other labels, units, numbers and orders than those the importer grew up with. */
class HarderPlansTest {

    @Test
    void readText_ofAWardsPlanWithSubNumbersAndPlusLabels_readsItAll() throws Exception {
        ImportedPlan plan = read("dong-lua-ward.txt");
        SoftAssertions softly = new SoftAssertions();

        softly.assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND phường Đồng Lúa", PlanLevel.COMMUNE));
        softly.assertThat(plan.number()).isEqualTo("07/KH-UBND");
        softly.assertThat(plan.date()).isEqualTo(LocalDate.of(2027, 2, 9));
        softly.assertThat(plan.signer()).isEqualTo("Ngô Thị Mẫu Đơn");
        softly.assertThat(plan.basis()).extracting(CitedDocument::number).containsExactly("311/KH-UBND");
        softly.assertThat(keys(plan)).startsWith("1.1", "1.2", "2.1", "2.2", "2.4", "3.1");
        task(
                softly,
                plan,
                "1.1",
                List.of("Phòng Văn hóa - Xã hội"),
                List.of("Đoàn Thanh niên phường", "Hội Liên hiệp Phụ nữ phường", "các khu phố"),
                List.of("Tờ rơi", "báo cáo"),
                Kind.BY_DATE,
                LocalDate.of(2027, 6, 15));
        task(
                softly,
                plan,
                "2.1",
                List.of("Hội Nông dân phường", "Hội Cựu chiến binh phường"),
                List.of("Tổ trưởng tổ dân phố", "Phòng giao dịch NHCSXH Đồng Lúa"),
                List.of("Phiếu kiểm tra"),
                Kind.ONGOING,
                null);
        task(
                softly,
                plan,
                "2.2",
                List.of("Ban đại diện Hội đồng quản trị phường"),
                List.of(),
                List.of("Biên bản kiểm tra"),
                Kind.ANNUAL,
                null);
        task(
                softly,
                plan,
                "2.4",
                List.of("Phòng Kinh tế, Hạ tầng và Đô thị"),
                List.of("Công an phường", "các tổ chức chính trị - xã hội phường"),
                List.of(),
                Kind.BY_DATE,
                LocalDate.of(2027, 6, 30));
        plan.task("2.2").ifPresent(task -> softly.assertThat(task.content())
                .isEqualTo("Ban đại diện Hội đồng quản trị phường kiểm tra hoạt động của ít nhất 20% số Tổ tiết kiệm và"
                        + " vay vốn mỗi năm, mỗi tổ kiểm tra ít nhất 05 hộ vay."));
        softly.assertThat(plan.reporting())
                .extracting(ReportingDuty::by)
                .containsExactlyInAnyOrder("--11-20", "--12-05");
        softly.assertThat(plan.targets()).anySatisfy(target -> {
            assertThat(target.from()).isEqualByComparingTo("12");
            assertThat(target.task()).isEqualTo("3.1");
        });
        softly.assertAll();
    }

    @Test
    void readText_ofAProvincesAppendixWithItsOwnColumnOrder_readsEveryCell() throws Exception {
        ImportedPlan plan = read("gio-bien-province.txt");
        SoftAssertions softly = new SoftAssertions();

        softly.assertThat(plan.issuer()).isEqualTo(new PlanIssuer("UBND tỉnh Gió Biển", PlanLevel.PROVINCE));
        softly.assertThat(plan.number()).isEqualTo("1024/KH-UBND");
        softly.assertThat(keys(plan)).containsExactly("I.1", "I.2", "II.1", "II.2", "II.3", "III.1");
        task(
                softly,
                plan,
                "I.1",
                List.of("Sở Nội vụ"),
                List.of("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Báo và Đài Phát thanh và Truyền hình tỉnh"),
                List.of("Báo cáo"),
                Kind.BY_DATE,
                LocalDate.of(2027, 1, 31));
        task(
                softly,
                plan,
                "I.2",
                List.of("Báo và Đài Phát thanh và Truyền hình tỉnh"),
                List.of("Chi nhánh NHCSXH tỉnh"),
                List.of("Chuyên mục"),
                Kind.ONGOING,
                null);
        task(
                softly,
                plan,
                "II.1",
                List.of("Thanh tra tỉnh"),
                List.of("Chi nhánh NHCSXH tỉnh", "UBND các xã, phường"),
                List.of("Kết luận"),
                Kind.BY_DATE,
                LocalDate.of(2027, 9, 30));
        task(
                softly,
                plan,
                "II.2",
                List.of("Ủy ban MTTQ Việt Nam tỉnh"),
                List.of("Các tổ chức chính trị - xã hội tỉnh"),
                List.of("Báo cáo giám sát"),
                Kind.ANNUAL,
                null);
        task(
                softly,
                plan,
                "II.3",
                List.of("Chi nhánh NHCSXH tỉnh"),
                List.of("Công an tỉnh", "Sở Nội vụ"),
                List.of(),
                Kind.ONGOING,
                null);
        task(softly, plan, "III.1", List.of("Sở Tài chính"), List.of(), List.of("Nghị quyết"), Kind.ANNUAL, null);
        plan.task("II.1").ifPresent(task -> softly.assertThat(task.content())
                .isEqualTo("Kiểm tra chuyên đề việc cho vay, sử dụng vốn vay tại 12 xã vùng bãi ngang; kiến nghị xử lý"
                        + " sai phạm theo Nghị định số 88/2019/NĐ-CP."));
        softly.assertAll();
    }

    private static void task(
            SoftAssertions softly,
            ImportedPlan plan,
            String key,
            List<String> leads,
            List<String> coordinating,
            List<String> products,
            Kind kind,
            @Nullable LocalDate due) {
        ImportedTask task = plan.task(key).orElse(null);
        softly.assertThat(task).as(key).isNotNull();
        if (task != null) {
            softly.assertThat(task.leadUnits()).as(key + " lead").isEqualTo(leads);
            softly.assertThat(task.coordinatingUnits())
                    .as(key + " coordinating")
                    .isEqualTo(coordinating);
            softly.assertThat(task.products()).as(key + " products").isEqualTo(products);
            softly.assertThat(task.timeFrame().kind()).as(key + " time").isEqualTo(kind);
            softly.assertThat(task.timeFrame().due()).as(key + " due").isEqualTo(due);
        }
    }

    private static List<String> keys(ImportedPlan plan) {
        return plan.tasks().stream().map(ImportedTask::key).toList();
    }

    private static ImportedPlan read(String name) throws Exception {
        try (InputStream in = HarderPlansTest.class.getResourceAsStream("/plan/" + name)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new PlanImporter().readText(text, name);
        }
    }
}
