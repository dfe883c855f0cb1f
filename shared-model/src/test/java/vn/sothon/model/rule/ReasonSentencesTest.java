package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.model.rule.Questions.by;
import static vn.sothon.model.rule.Tasks.aPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.sync.TieView;

class ReasonSentencesTest {
    private static final Locale VI = new Locale("vi", "VN");

    @Test
    void say_whenTheTaskNamesLoanAuthorAndVisit_saysSoInVietnamese() {
        PlanTask task = aPlan().executedBy("UBND cấp xã").task("1", "Kiểm tra giám sát sau cho vay.");
        TieAnswer answer = new TieRule()
                .answer(
                        by(ActingRole.COMMUNE_LEADER, RecordSubject.LOAN)
                                .on(VisitKind.POST_DISBURSEMENT)
                                .ask(),
                        List.of(task));

        assertThat(ReasonSentences.in(VI).say(answer.reason()))
                .isEqualTo("Đã kiểm tra việc sử dụng vốn vay; nhiệm vụ nêu đúng việc này: “Kiểm tra giám sát sau cho"
                        + " vay”. Đơn vị thực hiện: UBND cấp xã. Nhiệm vụ nêu đúng hình thức kiểm tra: sau cho vay.");
    }

    @Test
    void say_forEveryAnswerOfTheRule_leavesNoCodeUnspoken() {
        List<PlanTask> plan = List.of(
                aPlan().ledBy("Các tổ chức chính trị - xã hội")
                        .task("1", "Kiểm tra, giám sát việc sử dụng vốn vay; đôn đốc thu hồi và xử lý nợ."),
                aPlan().yielding("Biên bản kiểm tra").task("2", "Giám sát của trưởng thôn trong quản lý nguồn vốn."),
                aPlan().task("3", "Nâng cao hoạt động kiểm tra, giám sát của NHCSXH; kiểm tra sau cho vay."),
                aPlan().titled("b").of(PlanLevel.PROVINCE, "51").task("4", "Theo dõi nợ quá hạn."));
        for (Locale locale : List.of(VI, Locale.ENGLISH)) {
            ReasonSentences sentences = ReasonSentences.in(locale);
            for (TieView.Reason reason : everyReason(plan)) {
                String said = sentences.say(reason);
                assertThat(said).isNotBlank().doesNotContain("{", "null");
                assertThat(said.replaceAll("“[^”]*”", "")).doesNotContainPattern("[A-Z]{2,}_|[A-Z]{6,}");
            }
        }
    }

    @Test
    void say_whenTheCodeIsOfANewerBuild_quotesWhatItCan() {
        TieView.Reason reason = new TieView.Reason("SOMETHING_NEW", "giám sát", Map.of());

        assertThat(ReasonSentences.in(VI).say(reason)).contains("SOMETHING_NEW").contains("giám sát");
    }

    @Test
    void say_whenAPersonTiedIt_givesThePersonsReason() {
        TieView.Reason reason = new TieView.Reason(TieReasonCode.TIED_BY_PERSON.name(), "nhập nhầm", Map.of());

        assertThat(ReasonSentences.in(VI).say(reason)).contains("“nhập nhầm”");
    }

    @Test
    void say_whenItNamesADay_writesItAsPeopleDo() {
        TieView.Reason reason = new TieView.Reason(
                TieReasonCode.NO_PLAN_FOR_PLACE_AND_DAY.name(), null, Map.of("day", "2026-11-22", "subject", "LOAN"));

        assertThat(ReasonSentences.in(VI).say(reason)).contains("22/11/2026").doesNotContain("2026-11");
    }

    private static List<TieView.Reason> everyReason(List<PlanTask> plan) {
        TieRule rule = new TieRule();
        List<TieView.Reason> reasons = new ArrayList<>();
        for (ActingRole author : ActingRole.values()) {
            for (RecordSubject subject : RecordSubject.values()) {
                for (VisitKind visit : VisitKind.values()) {
                    for (UUID chosen :
                            new UUID[] {null, UUID.randomUUID(), plan.get(1).id()}) {
                        Questions question = by(author, subject).on(visit).finding(FindingCode.values());
                        if (chosen != null) {
                            question.choosing(chosen);
                        }
                        for (List<PlanTask> tasks : List.of(plan, plan.subList(1, 4), plan.subList(3, 4))) {
                            TieAnswer answer = rule.answer(question.ask(), tasks);
                            reasons.add(answer.reason());
                            if (answer instanceof TieAnswer.Tied tied) {
                                tied.others().forEach(other -> reasons.add(other.reason()));
                            }
                        }
                        reasons.add(rule.answer(question.ask(), List.of()).reason());
                    }
                }
            }
        }
        return reasons;
    }
}
