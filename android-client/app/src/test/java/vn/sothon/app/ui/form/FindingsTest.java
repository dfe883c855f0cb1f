package vn.sothon.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.FindingCode;

public class FindingsTest {
    @Test
    public void findings_whenWrittenAndRead_sayTheSame() {
        Findings said = Findings.NONE
                .turned(FindingCode.OBJECTIVE_RISK)
                .turned(FindingCode.OTHER)
                .withCause(ObjectiveCause.EPIDEMIC)
                .withDamage(40)
                .withOther("Chuồng sập");
        assertThat(Findings.read(said.write())).isEqualTo(said);
        assertThat(said.place(FindingCode.OTHER)).isEqualTo(1);
    }

    @Test
    public void damage_whenNobodyCanTell_isAnsweredAllTheSame() {
        Findings unknown = Findings.NONE.turned(FindingCode.OBJECTIVE_RISK).withDamage(null);
        assertThat(Findings.read(unknown.write()).damageAsked()).isTrue();
        assertThat(Findings.read(unknown.write()).damage()).isNull();
    }

    @Test
    public void note_whenItsFindingIsTakenBack_isNotWritten() {
        Findings said =
                Findings.NONE.turned(FindingCode.OTHER).withOther("Chuồng sập").turned(FindingCode.OTHER);
        assertThat(said.write()).isEmpty();
    }
}
