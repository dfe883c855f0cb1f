package vn.sothon.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import org.junit.Test;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.client.record.Draft;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Signatory;

public class SignaturesTest {
    private static final Slot LEADER = Slot.of(Signatory.As.GROUP_LEADER);
    private static final Slot FIRST = Slot.of(Signatory.As.INSPECTOR);
    private static final Slot SECOND = new Slot(Signatory.As.INSPECTOR, 1);
    private static final Slot WITNESS = Slot.of(Signatory.As.WITNESS);

    private final Draft blank = new Draft(
            new UUID(1, 1),
            RecordKind.CHECK_SHEET,
            new Draft.Acting(ActingRole.VILLAGE_HEAD, "980001", null, new UUID(1, 2)),
            Draft.About.nothing(),
            null,
            null,
            null,
            List.of(),
            JsonNodeFactory.instance.objectNode());

    @Test
    public void drawing_whenDrawnAnew_leavesTheFormerBehind() {
        Draft twice = Signatures.signed(
                Signatures.signed(blank, LEADER, "Ka Sô", drawing('a')), LEADER, "Ka Sô", drawing('b'));
        assertThat(twice.attachments()).containsExactly(drawing('b'));
        assertThat(Signatures.of(twice, LEADER).orElseThrow().drawing())
                .isEqualTo(drawing('b').sha256());
    }

    @Test
    public void drawing_whenAnotherNameIsWrittenOverIt_isNotHis() {
        Draft draft = Signatures.named(Signatures.signed(blank, LEADER, "Ka Sô", drawing('a')), LEADER, "Y Thoan");
        assertThat(Signatures.isDrawn(draft, LEADER)).isFalse();
        assertThat(Signatures.settled(draft).attachments()).isEmpty();
    }

    @Test
    public void inspectors_whenTwoSign_standSideBySide() {
        Draft draft = Signatures.signed(
                Signatures.signed(blank, FIRST, "A Nghĩa", drawing('a')), SECOND, "Y Thoan", drawing('b'));
        assertThat(Signatures.of(draft, FIRST).orElseThrow().name()).isEqualTo("A Nghĩa");
        assertThat(Signatures.of(draft, SECOND).orElseThrow().name()).isEqualTo("Y Thoan");
        assertThat(draft.attachments()).hasSize(2);
    }

    @Test
    public void witness_whenThereIsNobody_isAnsweredAndNotOnThePaper() {
        Draft draft = Signatures.named(blank, WITNESS, " ");
        assertThat(Signatures.of(draft, WITNESS)).isPresent();
        assertThat(Signatures.settled(draft).payload().path("signatures")).isEmpty();
    }

    @Test
    public void drawing_whenItsFileIsLost_isSignedOnThePrintInstead() {
        Draft draft = Signatures.signed(blank, LEADER, "Ka Sô", drawing('a'));
        Draft undrawn = Signatures.undrawn(draft.withAttachments(List.of()), List.of());
        assertThat(Signatures.of(undrawn, LEADER).orElseThrow().name()).isEqualTo("Ka Sô");
        assertThat(Signatures.isDrawn(undrawn, LEADER)).isFalse();
    }

    private static AttachmentRef drawing(char digit) {
        return new AttachmentRef(String.valueOf(digit).repeat(64), "image/jpeg", 900, AttachmentRef.Role.SIGNATURE);
    }
}
