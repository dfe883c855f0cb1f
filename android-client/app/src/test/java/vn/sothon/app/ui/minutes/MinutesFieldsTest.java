package vn.sothon.app.ui.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.app.ui.minutes.MinutesStep.Question;
import vn.sothon.client.record.Draft;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.ChecklistAnswer.Answer;
import vn.sothon.model.record.ChecklistAnswer.Item;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.RecordKind;

public class MinutesFieldsTest {
    /** The phone writes the times; the others belong to the paper of the commune's association. */
    private static final Set<String> NOT_ASKED = Set.of("startedAt", "endedAt", "workAreas", "unitOpinion");

    private static final Set<String> OF_GROUP_ALONE =
            Set.of("groupLeader", "groupDeputy", "groupFigures", "checklist", "sheetsAttached");
    private static final Set<String> OF_VILLAGE_ALONE = Set.of("subject", "content", "findings");

    private final MinutesQuestions questions = new MinutesQuestions(false);
    private final MinutesForm blank = new MinutesForm(new Draft(
            new UUID(1, 1),
            RecordKind.MONITORING_MINUTES,
            new Draft.Acting(ActingRole.VILLAGE_HEAD, "980001", "98000101", null),
            Draft.About.nothing(),
            null,
            null,
            null,
            List.of(),
            JsonNodeFactory.instance.objectNode()));
    private final MinutesForm ofGroup = advised(blank.withForm(Form.GROUP_16TD));
    private final MinutesForm ofVillage = advised(blank.withForm(Form.VILLAGE))
            .withFindings(Findings.NONE
                    .turned(FindingCode.OBJECTIVE_RISK)
                    .turned(FindingCode.OTHER)
                    .withCause(ObjectiveCause.PRICE));

    @Test
    public void fields_whenRefused_leadToTheirPage() {
        for (RecordComponent each : MonitoringMinutes.class.getRecordComponents()) {
            String field = each.getName();
            boolean summary = NOT_ASKED.contains(field);
            assertThat(isSummary(ofGroup, field))
                    .as("16/TD " + field)
                    .isEqualTo(summary || OF_VILLAGE_ALONE.contains(field));
            assertThat(isSummary(ofVillage, field))
                    .as("village " + field)
                    .isEqualTo(summary || OF_GROUP_ALONE.contains(field));
        }
    }

    @Test
    public void fieldsOfLists_whenRefused_leadToTheVeryLine() {
        assertThat(page(ofGroup, "payload.recommendations[1].text")).isEqualTo(new MinutesStep(Question.ADVICE, 1));
        assertThat(page(ofGroup, "payload.recommendations[0].deadline"))
                .isEqualTo(new MinutesStep(Question.ADVICE_DAY, 0));
        assertThat(page(ofGroup, "payload.recommendations[1].responsible"))
                .isEqualTo(new MinutesStep(Question.ADVICE_WHO, 1));
        assertThat(page(ofGroup, "payload.checklist[11].note")).isEqualTo(new MinutesStep(Question.CHECKLIST, 11));
        assertThat(page(ofGroup, "payload.signatures[2].name")).isEqualTo(new MinutesStep(Question.SIGN, 2));
        assertThat(page(ofGroup, "payload.groupFigures.savings")).isEqualTo(MinutesStep.of(Question.FIGURES));
        assertThat(page(ofVillage, "payload.findings[0].damagePercent")).isEqualTo(MinutesStep.of(Question.DAMAGE));
        assertThat(page(ofVillage, "payload.findings[0].cause")).isEqualTo(MinutesStep.of(Question.CAUSE));
        assertThat(page(ofVillage, "payload.findings[1].note")).isEqualTo(MinutesStep.of(Question.OTHER));
        assertThat(page(ofVillage, "payload.findings[1].code")).isEqualTo(MinutesStep.of(Question.FINDINGS));
        assertThat(page(ofGroup, "groupCode")).isEqualTo(MinutesStep.of(Question.GROUP));
        assertThat(page(ofGroup, "attachments[3].bytes").question()).isEqualTo(Question.SIGN);
        assertThat(page(ofGroup, "time.wall")).isEqualTo(MinutesStep.SUMMARY);
    }

    @Test
    public void pages_whenRememberedByName_areFoundAgain() {
        for (MinutesForm form : List.of(ofGroup, ofVillage)) {
            for (MinutesStep page : questions.pages(form)) {
                assertThat(questions.named(questions.name(page))).isEqualTo(page);
            }
        }
    }

    @Test
    public void missing_whenADeadlineIsOpen_namesIt() {
        MinutesForm open =
                ofVillage.withAdvice(0, one -> new MinutesForm.Advice(one.id(), one.text(), null, one.responsible()));
        assertThat(questions.missing(open))
                .anyMatch(problem -> problem.field().equals("payload.recommendations[0].deadline"));
        assertThat(questions.missing(ofVillage))
                .noneMatch(problem -> problem.field().startsWith("payload.recommendations"));
    }

    @Test
    public void paper_whenChangedAfterwards_dropsOnlyWhatTheOtherPaperHasNoPlaceFor() {
        MinutesForm changed = ofGroup.withAnswer(Item.FILES_KEPT, Answer.YES, null)
                .withText("strengths", "Sổ sách ghi đủ")
                .withForm(Form.VILLAGE);
        assertThat(changed.answer(Item.FILES_KEPT)).isNull();
        assertThat(changed.text("strengths")).isEqualTo("Sổ sách ghi đủ");
        assertThat(changed.advice()).hasSize(2);
        assertThat(changed.subject()).isNull();
    }

    private boolean isSummary(MinutesForm form, String field) {
        MinutesStep page = page(form, "payload." + field);
        assertThat(questions.pages(form)).contains(page);
        return page.equals(MinutesStep.SUMMARY);
    }

    private MinutesStep page(MinutesForm form, String field) {
        return questions.ofField(form, field);
    }

    private static MinutesForm advised(MinutesForm form) {
        LocalDate day = LocalDate.of(2026, 12, 20);
        return form.withAdvice(List.of(
                new MinutesForm.Advice(new UUID(2, 1), "Họp tổ đều", day, "Tổ trưởng"),
                new MinutesForm.Advice(new UUID(2, 2), "Ghi sổ đủ", day, "Tổ trưởng")));
    }
}
