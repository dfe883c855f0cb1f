package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.model.rule.Questions.by;
import static vn.sothon.model.rule.Tasks.aPlan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.sync.TieView;

class TieRuleTest {
    private static final String LOANS = "Tổ chức kiểm tra, giám sát việc sử dụng vốn vay tại các thôn.";
    private static final String ASSOCIATIONS = "Các tổ chức chính trị - xã hội thực hiện tốt nội dung ủy thác;"
            + " thường xuyên kiểm tra, nắm chắc tình hình sử dụng vốn của hộ vay.";
    private static final String HEADS = "Phát huy sự giám sát của trưởng thôn trong quản lý vốn vay của người nghèo.";
    private static final String DEBTS = "Phối hợp theo dõi, đôn đốc, thu hồi và xử lý nợ.";
    private static final String PAPERS = "Tuyên truyền chủ trương, chính sách đến người dân.";

    private final TieRule rule = new TieRule();
    private final Tasks commune = aPlan();

    @Test
    void tie_whenOneTaskNamesTheUseOfLoans_isThatTask() {
        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN),
                List.of(commune.task("1.a", PAPERS), commune.task("2.b", LOANS), commune.task("3.c", DEBTS)));

        assertThat(tied.task().key()).isEqualTo("2.b");
        assertThat(tied.by()).isEqualTo(TieView.By.RULE);
        assertThat(tied.reason().code()).isEqualTo("NAMES_WHAT_WAS_CHECKED");
        assertThat(tied.reason().phrase()).isEqualTo("kiểm tra, giám sát việc sử dụng vốn vay");
    }

    @Test
    void tie_whenTwoTasksNameTheUseOfLoans_isTheOneThatNamesTheAuthor() {
        List<PlanTask> plan = List.of(commune.task("1", LOANS), commune.task("2", ASSOCIATIONS));

        assertThat(tied(by(ActingRole.ASSOCIATION_OFFICER, RecordSubject.LOAN), plan)
                        .task()
                        .key())
                .isEqualTo("2");
        assertThat(tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN), plan)
                        .task()
                        .key())
                .isEqualTo("1");
    }

    @Test
    void tie_whenAnotherTaskNamesTheAuthorButNotWhatWasChecked_staysWithWhatWasChecked() {
        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN),
                List.of(commune.task("1", HEADS), commune.task("2", LOANS)));

        assertThat(tied.task().key()).isEqualTo("2");
        assertThat(tied.others()).extracting(o -> o.task().key()).containsExactly("1");
    }

    @Test
    void tie_whenNothingElseDiffers_followsTheKindOfVisit() {
        List<PlanTask> plan = List.of(
                commune.task("1", "Thực hiện tốt công tác kiểm tra, giám sát sau cho vay."),
                commune.task("2", "Kiểm tra, giám sát định kỳ, đột xuất các đối tượng thụ hưởng."));

        assertThat(tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).on(VisitKind.SURPRISE), plan)
                        .task()
                        .key())
                .isEqualTo("2");
        TieAnswer.Tied after =
                tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).on(VisitKind.POST_DISBURSEMENT), plan);
        assertThat(after.task().key()).isEqualTo("1");
        assertThat(after.reason().args()).containsEntry("visitNamed", "YES");
    }

    @Test
    void tie_whenTheAuthorsUnitCarriesTheTaskOut_prefersIt() {
        List<PlanTask> plan = List.of(
                aPlan().executedBy("Sở Tài chính").task("1", LOANS),
                aPlan().executedBy("Các sở, ngành", "UBND cấp xã").task("2", LOANS));

        TieAnswer.Tied tied = tied(by(ActingRole.COMMUNE_LEADER, RecordSubject.LOAN), plan);

        assertThat(tied.task().key()).isEqualTo("2");
        assertThat(tied.reason().args()).containsEntry("who", "EXECUTES").containsEntry("whoWords", "UBND cấp xã");
    }

    @Test
    void tie_whenCommuneAndProvincePlansCover_isTheCommunes() {
        PlanTask province = aPlan().titled("tỉnh").of(PlanLevel.PROVINCE, "51").task("9", LOANS);

        TieAnswer.Tied tied =
                tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN), List.of(province, commune.task("1", LOANS)));

        assertThat(tied.task().key()).isEqualTo("1");
        assertThat(tied.others()).extracting(o -> o.task().key()).containsExactly("9");
    }

    @Test
    void tie_whenTheCommunesPlanAcceptsNothingOfTheKind_fallsToTheProvinceAndSaysSo() {
        PlanTask province = aPlan().titled("tỉnh").of(PlanLevel.PROVINCE, "51").task("9", DEBTS);

        TieAnswer.Tied tied =
                tied(by(ActingRole.CREDIT_OFFICER, RecordSubject.DEBT), List.of(commune.task("1", LOANS), province));

        assertThat(tied.task().key()).isEqualTo("9");
        assertThat(tied.reason().args()).containsEntry("passedOver", "Kế hoạch xã A");
    }

    @Test
    void tie_whenGovernmentAndPartyPlansStandAtOneLevel_isTheGovernments() {
        PlanTask party = aPlan().titled("a").of(PlanLevel.PARTY_COMMITTEE, "51").task("1", LOANS);
        PlanTask government = aPlan().titled("b").of(PlanLevel.PROVINCE, "51").task("2", LOANS);

        assertThat(tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN), List.of(party, government))
                        .task()
                        .key())
                .isEqualTo("2");
    }

    @Test
    void tie_whenThePartyCommitteeIsMoreLocal_isTheCommittees() {
        PlanTask party =
                aPlan().titled("a").of(PlanLevel.PARTY_COMMITTEE, "00001").task("1", LOANS);
        PlanTask government = aPlan().titled("b").of(PlanLevel.PROVINCE, "51").task("2", LOANS);

        assertThat(tied(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN), List.of(government, party))
                        .task()
                        .key())
                .isEqualTo("1");
    }

    @Test
    void tie_whenATaskWasChosen_isThatTask() {
        PlanTask papers = commune.task("1", PAPERS);

        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).choosing(papers.id()),
                List.of(papers, commune.task("2", LOANS)));

        assertThat(tied.task()).isEqualTo(papers);
        assertThat(tied.by()).isEqualTo(TieView.By.CHOSEN);
        assertThat(tied.reason().code()).isEqualTo("CHOSEN_BY_AUTHOR");
        assertThat(tied.others()).extracting(o -> o.task().key()).containsExactly("2");
    }

    @Test
    void tie_whenTheChosenTaskIsNoLongerInForce_isTheRulesAndSaysSo() {
        PlanTask old = aPlan().titled("cũ")
                .inForce(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))
                .task("1", LOANS);

        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).choosing(old.id()),
                List.of(old, commune.task("2", LOANS)));

        assertThat(tied.task().key()).isEqualTo("2");
        assertThat(tied.reason().args()).containsEntry("choice", "NOT_IN_FORCE_HERE");
    }

    @Test
    void tie_whenTheChosenTaskIsOfAnotherPlace_isTheRules() {
        PlanTask elsewhere =
                aPlan().titled("xã B").of(PlanLevel.COMMUNE, "00002").task("1", LOANS);

        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).choosing(elsewhere.id()),
                List.of(elsewhere, commune.task("2", LOANS)));

        assertThat(tied.task().key()).isEqualTo("2");
        assertThat(tied.by()).isEqualTo(TieView.By.RULE);
    }

    @Test
    void tie_whenNoPlanCoversPlaceOrDay_isNoneForThatReason() {
        TieAnswer early = rule.answer(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN)
                        .on(LocalDate.of(2025, 12, 31))
                        .ask(),
                List.of(commune.task("1", LOANS)));

        assertThat(early).isInstanceOf(TieAnswer.Untied.class);
        assertThat(early.reason().code()).isEqualTo("NO_PLAN_FOR_PLACE_AND_DAY");
    }

    @Test
    void tie_whenNoTaskSpeaksOfIt_isNoneForThatReason() {
        TieAnswer none =
                rule.answer(by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN).ask(), List.of(commune.task("1", PAPERS)));

        assertThat(none).isInstanceOf(TieAnswer.Untied.class);
        assertThat(none.reason().code()).isEqualTo("NO_TASK_ACCEPTS");
    }

    @Test
    void tie_whenDebtsAreFoundInALoanCheck_offersTheDebtTaskBesideTheLoanTask() {
        List<PlanTask> plan = List.of(commune.task("1", DEBTS), commune.task("2", LOANS));

        TieAnswer.Tied tied =
                tied(by(ActingRole.CREDIT_OFFICER, RecordSubject.LOAN).finding(FindingCode.OVERDUE), plan);

        assertThat(tied.task().key()).isEqualTo("2");
        assertThat(tied.others()).hasSize(1);
        assertThat(tied.others().get(0).reason().code()).isEqualTo("NAMES_WHAT_WAS_FOUND");
    }

    @Test
    void tie_whenTwoTasksFitEquallyWell_isThePrintedFirstAndNamesTheOther() {
        TieAnswer.Tied tied = tied(
                by(ActingRole.VILLAGE_HEAD, RecordSubject.LOAN),
                List.of(commune.task("2.10", LOANS), commune.task("2.9", LOANS)));

        assertThat(tied.task().key()).isEqualTo("2.9");
        assertThat(tied.reason().args()).containsEntry("equalTo", "2.10");
    }

    @Test
    void tie_whateverTheOrderOfTheCandidates_isTheSame() {
        List<PlanTask> tasks = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            tasks.add(commune.task("1." + i, LOANS));
            tasks.add(commune.task("2." + i, ASSOCIATIONS));
            tasks.add(aPlan().titled("tỉnh").of(PlanLevel.PROVINCE, "51").task("3." + i, HEADS));
            tasks.add(aPlan().titled("ủy").of(PlanLevel.PARTY_COMMITTEE, "51").task("4." + i, DEBTS));
        }
        Random random = new Random(7);
        for (ActingRole author : ActingRole.values()) {
            for (RecordSubject subject : RecordSubject.values()) {
                TieQuestion question = by(author, subject).ask();
                TieAnswer first = rule.answer(question, tasks);
                for (int i = 0; i < 10; i++) {
                    Collections.shuffle(tasks, random);
                    assertThat(new TieRule().answer(question, tasks)).isEqualTo(first);
                }
            }
        }
    }

    @Test
    void version_ofOneBuild_isAlwaysTheSame() {
        assertThat(TieRule.version()).matches("\\d+-[0-9a-f]{8}").isEqualTo(TieRule.version());
    }

    private TieAnswer.Tied tied(Questions question, List<PlanTask> candidates) {
        TieAnswer answer = rule.answer(question.ask(), candidates);
        assertThat(answer).isInstanceOf(TieAnswer.Tied.class);
        return (TieAnswer.Tied) answer;
    }
}
