package vn.sothon.server.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.rule.TaskClassifier;

class TaskLikenessTest {
    private static final TaskClassifier CLASSIFIER = new TaskClassifier();
    private static final PlanTask CHECKS = task("a", "Kiểm tra việc sử dụng vốn vay của từng hộ sau khi giải ngân");
    private static final PlanTask DEBTS = task("b", "Đôn đốc thu hồi nợ quá hạn, nợ lãi tồn đọng của hộ vay");
    private static final PlanTask NEWS = task("c", "Tuyên truyền chính sách tín dụng đến người dân qua loa phát thanh");
    private static final PlanTask OUR_CHECKS =
            task("1", "Hội đoàn thể kiểm tra việc sử dụng vốn vay tại nhà, lập phiếu có chữ ký");
    private final TaskLikeness likeness = new TaskLikeness(List.of(CHECKS, DEBTS, NEWS, OUR_CHECKS));

    @Test
    void likeness_ofTasksThatSpeakOfTheSame_isHigherThanOfOthers() {
        double same = likeness.of(OUR_CHECKS, CHECKS);

        assertThat(same).isGreaterThan(likeness.of(OUR_CHECKS, DEBTS)).isGreaterThan(likeness.of(OUR_CHECKS, NEWS));
        assertThat(likeness.of(CHECKS, CHECKS)).isCloseTo(1, offset(1e-9));
        assertThat(likeness.of(OUR_CHECKS, NEWS)).isLessThan(0.2);
    }

    @Test
    void likeness_whenMarksCaseOrPunctuationDiffer_isTheSame() {
        PlanTask shouted = task("1", "HỘI ĐOÀN THỂ: KIỂM TRA VIỆC SỬ DỤNG VỐN VAY TẠI NHÀ; LẬP PHIẾU CÓ CHỮ KÝ.");

        assertThat(likeness.of(shouted, CHECKS)).isEqualTo(likeness.of(OUR_CHECKS, CHECKS));
    }

    @Test
    void shared_ofTwoTasks_quotesTheWordsBothSay() {
        assertThat(likeness.shared(OUR_CHECKS, CHECKS)).first().isEqualTo("kiểm tra việc sử dụng vốn vay");
        assertThat(likeness.shared(OUR_CHECKS, NEWS)).isEmpty();
    }

    private static PlanTask task(String key, String content) {
        return new PlanTask(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                new UUID(0, 1),
                "Plan",
                PlanLevel.COMMUNE,
                "98001",
                key,
                content,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TimeFrame(null, TimeFrame.Kind.NONE, null),
                CLASSIFIER.classify(content, List.of()),
                LocalDate.of(2026, 1, 1),
                null);
    }
}
