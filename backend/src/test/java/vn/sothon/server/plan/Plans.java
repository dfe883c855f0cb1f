package vn.sothon.server.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.server.plan.importer.CitedDocument;
import vn.sothon.server.plan.importer.Doubt;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedSection;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.PlanIssuer;
import vn.sothon.server.plan.importer.ReportingDuty;
import vn.sothon.server.plan.importer.SourceLines;

/** Readings of plans for tests: {@code aPlan().task("1.a", "…").read()}. */
final class Plans {
    private static final TaskClassifier CLASSIFIER = new TaskClassifier();
    private final List<ImportedTask> tasks = new ArrayList<>();
    private final List<CitedDocument> replaces = new ArrayList<>();
    private String title = "Kế hoạch tín dụng của xã thử nghiệm";
    private PlanLevel level = PlanLevel.COMMUNE;
    private @Nullable LocalDate date;
    private @Nullable String number;

    static final String CHECKS =
            "Phối hợp kiểm tra, giám sát việc sử dụng vốn vay của các hộ trên địa bàn xã theo quy định";
    static final String NEWS =
            "Tuyên truyền chủ trương của Đảng, chính sách của Nhà nước về tín dụng chính sách đến người dân";
    static final String DEBTS = "Chỉ đạo các trưởng thôn đôn đốc thu hồi nợ đến hạn, nợ quá hạn và lãi tồn đọng";
    static final String MONEY = "Bố trí nguồn vốn ngân sách địa phương ủy thác qua ngân hàng để cho vay";

    private Plans() {}

    static Plans aPlan() {
        return new Plans();
    }

    Plans called(String words) {
        title = words;
        return this;
    }

    Plans of(PlanLevel organ) {
        level = organ;
        return this;
    }

    Plans dated(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    Plans numbered(String words) {
        number = words;
        return this;
    }

    Plans replacing(String words) {
        replaces.add(new CitedDocument("Kế hoạch số " + words, "Kế hoạch", words, null, null));
        return this;
    }

    Plans task(String key, String content) {
        tasks.add(aTask(key, content));
        return this;
    }

    static ImportedTask aTask(String key, String content) {
        return new ImportedTask(
                key,
                "1",
                content,
                List.of("UBND xã"),
                List.of(),
                List.of(),
                List.of(),
                new TimeFrame("Thường xuyên", TimeFrame.Kind.ONGOING, null),
                CLASSIFIER.classify(content, List.of()),
                new SourceLines(1, 2),
                List.of(new Doubt("leadUnits", Doubt.Code.UNKNOWN_UNIT, "UBND xã", null)),
                List.of());
    }

    ImportedPlan read() {
        return new ImportedPlan(
                "plan.txt",
                title,
                new PlanIssuer("UBND xã thử nghiệm", level),
                number,
                date,
                List.of(),
                replaces,
                null,
                List.of(new ImportedSection("1", "Nhiệm vụ", null)),
                tasks,
                List.of(new ReportingDuty(
                        List.of("UBND xã"),
                        List.of("Phòng giao dịch"),
                        "--09-30",
                        "trước 30/9",
                        new SourceLines(9, 9))),
                List.of(),
                List.of());
    }
}
