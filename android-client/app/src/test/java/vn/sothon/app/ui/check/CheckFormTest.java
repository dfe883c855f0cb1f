package vn.sothon.app.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import org.junit.Test;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;

public class CheckFormTest {
    private final CheckForm blank = form(80_000_000L);

    @Test
    public void sums_whenPartIsProper_addUpAndNameWhatFollows() throws Exception {
        CheckForm form = blank.withOutcome(Outcome.CHECKED)
                .withReceived(70_000_000)
                .withText("usedFor", "Mua bò")
                .withFindings(Findings.NONE.turned(FindingCode.INTEREST_ARREARS))
                .withProper(50_000_000);
        LoanUseCheck check = read(form);
        assertThat(check.misusedAmount()).isEqualTo(20_000_000);
        assertThat(check.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        FindingCode.INTEREST_ARREARS, FindingCode.PARTIAL_MISUSE, FindingCode.NOT_FULLY_RECEIVED);
        assertThat(form.said().codes()).containsExactly(FindingCode.INTEREST_ARREARS);
    }

    @Test
    public void sums_whenWhatWasReceivedChanges_areAskedAgain() {
        CheckForm form = blank.withOutcome(Outcome.CHECKED)
                .withReceived(80_000_000)
                .withProper(80_000_000)
                .withReceived(60_000_000);
        assertThat(form.proper()).isNull();
        assertThat(CheckStep.firstOpen(form)).isEqualTo(CheckStep.USED_FOR);
    }

    @Test
    public void proper_whenMoreThanReceived_staysWithinIt() {
        CheckForm form = blank.withOutcome(Outcome.CHECKED).withReceived(10).withProper(25);
        assertThat(form.proper()).isEqualTo(10);
        assertThat(form.misused()).isZero();
    }

    @Test
    public void outcome_whenNobodyWasSeen_leavesNoSumBehind() throws Exception {
        CheckForm form = blank.withOutcome(Outcome.CHECKED)
                .withReceived(80_000_000)
                .withProper(80_000_000)
                .withOutcome(Outcome.NOT_AT_HOME);
        assertThat(read(form).reallyReceived()).isNull();
        assertThat(CheckStep.of(form)).doesNotContain(CheckStep.RECEIVED, CheckStep.SIGNATURE);
    }

    @Test
    public void resuming_whenFormIsHalfWritten_isAtItsFirstOpenQuestion() {
        assertThat(CheckStep.firstOpen(blank)).isEqualTo(CheckStep.OUTCOME);
        CheckForm risk = blank.withOutcome(Outcome.CHECKED)
                .withReceived(80_000_000)
                .withText("usedFor", "Mua bò")
                .withProper(80_000_000)
                .withFindings(Findings.NONE.turned(FindingCode.OBJECTIVE_RISK));
        assertThat(CheckStep.firstOpen(risk)).isEqualTo(CheckStep.CAUSE);
        CheckForm caused = risk.withFindings(risk.said().withCause(Finding.ObjectiveCause.EPIDEMIC));
        assertThat(CheckStep.firstOpen(caused)).isEqualTo(CheckStep.DAMAGE);
        assertThat(CheckStep.firstOpen(caused.withFindings(caused.said().withDamage(null))))
                .isEqualTo(CheckStep.PHOTO);
    }

    @Test
    public void problem_whenOnAField_leadsToItsPage() {
        assertThat(CheckStep.ofField("payload.usedFor")).isEqualTo(CheckStep.USED_FOR);
        assertThat(CheckStep.ofField("payload.misusedAmount")).isEqualTo(CheckStep.PROPER);
        assertThat(CheckStep.ofField("payload.findings[0].cause")).isEqualTo(CheckStep.CAUSE);
        assertThat(CheckStep.ofField("reason")).isEqualTo(CheckStep.SUMMARY);
    }

    private static LoanUseCheck read(CheckForm form) throws Exception {
        return Json.strict(form.draft().payload(), LoanUseCheck.class, "payload");
    }

    private static CheckForm form(long disbursed) {
        return new CheckForm(new Draft(
                new UUID(1, 1),
                RecordKind.LOAN_USE_CHECK,
                new Draft.Acting(ActingRole.VILLAGE_HEAD, "980001", "98000101", new UUID(1, 2)),
                new Draft.About(
                        "9800011",
                        new UUID(1, 3),
                        null,
                        new SeenLoan("A Nghĩa", "01", disbursed, null, disbursed, "Mua bò", null, null)),
                null,
                null,
                null,
                List.of(),
                JsonNodeFactory.instance.objectNode().put("visit", "POST_DISBURSEMENT")));
    }
}
