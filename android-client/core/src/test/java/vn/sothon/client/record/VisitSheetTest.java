package vn.sothon.client.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.SealOutcome.Incomplete;
import vn.sothon.client.record.VisitSheet.Conclusions;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.CheckSheet.Share;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.ReadItem;

class VisitSheetTest {
    private final PhoneWorld world = PhoneWorld.enrolled();
    private final UUID visit = UUID.randomUUID();

    @Test
    void draft_whenAVisitIsClosed_addsUpTheLoansReallyChecked() {
        BookedRecord proper = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 0));
        BookedRecord misused = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 5_000_000));
        world.seal(ChecksMother.anAttempt(world.phone.newId(), visit));
        world.check();

        CheckSheet sheet = sealedSheet();
        assertThat(sheet.checks())
                .containsExactly(
                        new CheckSheet.Row(proper.id(), proper.hash()),
                        new CheckSheet.Row(misused.id(), misused.hash()));
        assertThat(sheet.total().customers()).isEqualTo(2);
        assertThat(sheet.total().disbursed()).isEqualTo(100_000_000);
        assertThat(sheet.proper()).isEqualTo(new Share(1, 95_000_000));
        assertThat(sheet.misused()).isEqualTo(new Share(1, 5_000_000));
    }

    @Test
    void draft_whenACheckWasCorrectedBefore_holdsTheCorrection() {
        BookedRecord first = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 0));
        BookedRecord second = correct(first, 50_000_000);

        assertThat(sealedSheet().checks()).containsExactly(new CheckSheet.Row(second.id(), second.hash()));
    }

    @Test
    void draft_whenACheckWasRejected_leavesItOutUntilItIsMended() {
        BookedRecord bad = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 0));
        BookedRecord good = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 0));
        world.store.outbox().settle(bad.id(), Result.rejected(bad.id(), List.of(new Problem("", "BAD"))));
        assertThat(sealedSheet().checks()).containsExactly(new CheckSheet.Row(good.id(), good.hash()));
    }

    @Test
    void seal_whenNobodyWasMet_cannotCloseAnEmptySheet() {
        world.seal(ChecksMother.anAttempt(world.phone.newId(), visit));
        assertThat(world.phone.seal(sheet()))
                .isEqualTo(new Incomplete(List.of(new Problem("payload.checks", "REQUIRED"))));
    }

    @Test
    void draft_whenARecordIsCorrected_carriesAllItSaid() {
        BookedRecord first = world.seal(ChecksMother.aCheck(world.phone.newId(), visit, 3));
        Draft correction = Corrections.draft(world.phone.newId(), first, "typed wrongly");
        ReadItem before = ReadItem.trusted(first.item());

        assertThat(correction.payload()).isEqualTo(before.body().payload());
        assertThat(correction.about().seen()).isEqualTo(before.body().seen());
        BookedRecord sealed = world.seal(correction);
        ReadItem after = ReadItem.trusted(sealed.item());
        assertThat(after.head().corrects()).isEqualTo(first.id());
        assertThat(after.body().reason()).isEqualTo("typed wrongly");
        assertThat(after.body().salt()).isNotEqualTo(before.body().salt());
        assertThat(after.head().visitId()).isEqualTo(visit);
    }

    private BookedRecord correct(BookedRecord record, long misused) {
        Draft correction = Corrections.draft(world.phone.newId(), record, "seen again");
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(ChecksMother.DISBURSED, misused));
        return world.seal(correction.withPayload(payload));
    }

    private Draft sheet() {
        return world.phone
                .visitSheet()
                .draft(
                        world.phone.newId(),
                        ChecksMother.acting(visit),
                        "0001011",
                        new Conclusions(
                                VisitKind.POST_DISBURSEMENT, null, List.of(), null, "as planned", null, List.of()));
    }

    private CheckSheet sealedSheet() {
        return (CheckSheet) ReadItem.trusted(world.seal(sheet()).item()).payload();
    }
}
