package vn.sothon.app.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.client.record.Draft;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;

/** Whatever field a check is sent back for, the tap lands on a page that the check has. */
public class CheckFieldsTest {
    /** Not asked on the phone, so only the summary can say that they are wrong. */
    private static final Set<String> NOT_ASKED = Set.of(
            "visit",
            "subject",
            "checkingBody",
            "inspectors",
            "place",
            "realOutstanding",
            "effect",
            "interestOwed",
            "savingsBalance",
            "abilityToRepay",
            "note");

    private final CheckQuestions questions = new CheckQuestions();
    private final CheckForm met = form(LoanUseCheck.Outcome.CHECKED);

    @Test
    public void fieldsOfThePayload_whenRefused_leadToTheirPage() {
        for (RecordComponent field : LoanUseCheck.class.getRecordComponents()) {
            CheckStep page = questions.ofField(met, "payload." + field.getName());
            assertThat(questions.pages(met)).as(field.getName()).contains(page);
            assertThat(page == CheckStep.SUMMARY).as(field.getName()).isEqualTo(NOT_ASKED.contains(field.getName()));
        }
    }

    @Test
    public void fieldsOfAFinding_whenRefused_leadToTheirPage() {
        List<CheckStep> pages = Arrays.stream(Finding.class.getRecordComponents())
                .map(field -> questions.ofField(met, "payload.findings[1]." + field.getName()))
                .toList();
        assertThat(pages).containsExactly(CheckStep.FINDINGS, CheckStep.CAUSE, CheckStep.DAMAGE, CheckStep.OTHER);
    }

    @Test
    public void fieldsBesideThePayload_whenRefused_leadToTheirPageOrTheSummary() {
        assertThat(questions.ofField(met, "attachments[0].bytes")).isEqualTo(CheckStep.PHOTO);
        assertThat(questions.ofField(met, "position.latitude")).isEqualTo(CheckStep.PHOTO);
        assertThat(questions.ofField(met, "payload.signatures[0].name")).isEqualTo(CheckStep.SIGNATURE);
        assertThat(questions.ofField(met, "planTaskId")).isEqualTo(CheckStep.TASK);
        for (String field : List.of("", "time.wall", "bodyHash", "personId", "signature", "corrects", "reason")) {
            assertThat(questions.ofField(met, field)).as(field).isEqualTo(CheckStep.SUMMARY);
        }
    }

    @Test
    public void note_whenNobodyWasMet_isAPageOfItsOwn() {
        assertThat(questions.ofField(form(LoanUseCheck.Outcome.NOT_AT_HOME), "payload.note"))
                .isEqualTo(CheckStep.NOTE);
    }

    @Test
    public void somethingElse_whenItIsNotSaid_keepsTheCheckOpenAtItsPage() {
        CheckForm silent = met.withFindings(Findings.NONE.turned(FindingCode.OTHER));
        assertThat(questions.missing(silent)).hasSize(1);
        assertThat(questions.ofField(silent, questions.missing(silent).get(0).field()))
                .isEqualTo(CheckStep.OTHER);
        assertThat(questions.missing(silent.withFindings(silent.said().withOther("Chuồng sập"))))
                .isEmpty();
    }

    private static CheckForm form(LoanUseCheck.Outcome outcome) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("visit", "POST_DISBURSEMENT");
        Draft draft = new Draft(
                new UUID(1, 1),
                RecordKind.LOAN_USE_CHECK,
                new Draft.Acting(ActingRole.VILLAGE_HEAD, "980001", "98000101", new UUID(1, 2)),
                new Draft.About("9800011", new UUID(1, 3), null, null),
                null,
                null,
                null,
                List.of(),
                payload);
        return new CheckForm(draft)
                .withOutcome(outcome)
                .withFindings(
                        outcome == LoanUseCheck.Outcome.CHECKED
                                ? Findings.NONE
                                        .turned(FindingCode.OBJECTIVE_RISK)
                                        .turned(FindingCode.OTHER)
                                : Findings.NONE);
    }
}
