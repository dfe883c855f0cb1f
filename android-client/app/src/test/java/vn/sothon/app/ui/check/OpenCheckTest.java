package vn.sothon.app.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.ui.CheckScreen;
import vn.sothon.app.ui.FurnishedPhone;
import vn.sothon.app.ui.Hand;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.client.task.PulledRow;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.sync.ReadItem;

/** What may change under a check while it is written. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class OpenCheckTest {
    private OpenProfile profile;

    @Before
    public void furnish() throws Exception {
        WorkManagerTestInitHelper.initializeTestWorkManager(RuntimeEnvironment.getApplication());
        profile = FurnishedPhone.unlocked();
    }

    @Test
    public void roster_whenItChangesUnderADraft_leavesWhatThePersonSaw() throws Exception {
        CheckScreen check = begun();
        Views.Loan loan = loan();
        rows().apply(
                        List.of(new PulledRow("loan", loan.id().toString(), 2, Json.write(reduced(loan)))),
                        List.of(),
                        "2");
        check.hand().putsThePhoneAway();

        check = CheckScreen.of(Hand.opensTheApp(), FurnishedPhone.BORROWER);
        check.hand().sees("Tiền đã dùng vào việc gì?");
        rest(check);
        assertThat(sealed().body().seen()).extracting(SeenLoan::disbursed).isEqualTo(80_500_000L);
        assertThat(((LoanUseCheck) sealed().payload()).reallyReceived()).isEqualTo(80_500_000L);
    }

    @Test
    public void loan_whenItLeavesTheListWhileItsCheckIsOpen_isFinishedAllTheSame() throws Exception {
        CheckScreen check = begun();
        leavesTheList();
        rest(check);
        assertThat(sealed().body().seen().memberName()).isEqualTo(FurnishedPhone.BORROWER);
    }

    @Test
    public void loan_whenItLeavesTheListWhileItsCheckLiesAside_isFoundAmongTheRecords() throws Exception {
        begun().hand().putsThePhoneAway();
        leavesTheList();
        Hand today = Hand.opensTheApp().seesNot(FurnishedPhone.BORROWER);
        Hand hand = today.taps("Xã đã nhận tất cả phiếu")
                .follows()
                .taps("Ghi tiếp: Kiểm tra vốn vay, " + FurnishedPhone.BORROWER)
                .follows()
                .sees("Tiền đã dùng vào việc gì?");
        rest(CheckScreen.under(hand));
        assertThat(sealed().body().loanId()).isNotNull();
    }

    @Test
    public void photo_whenItsFileIsGone_isSaidAndLeftOutNotAwaitedForEver() throws Exception {
        CheckScreen check = begun();
        check.hand().putsThePhoneAway();
        Draft draft = profile.phone().store().drafts().all().get(0);
        String sha256 = profile.phone().files().keep(new byte[] {1, 2, 3});
        profile.phone()
                .save(draft.withAttachment(new AttachmentRef(sha256, "image/jpeg", 3, AttachmentRef.Role.PHOTO)));
        Files.delete(photo(sha256));

        check = CheckScreen.of(Hand.opensTheApp(), FurnishedPhone.BORROWER);
        check.usedFor("Mua trâu, bò sinh sản")
                .allOfItProperly()
                .foundNothing()
                .goesOn()
                .goesOn()
                .goesOn();
        check.hand().taps("Hoàn thành").sees("không còn trong máy").sees("Chưa có ảnh");
        check.goesOn().goesOn().goesOn().finishes();
        assertThat(sealed().body().attachments()).isEmpty();
    }

    private CheckScreen begun() {
        return CheckScreen.of(Hand.opensTheApp(), FurnishedPhone.BORROWER)
                .metAndChecked()
                .receivedAll();
    }

    private static void rest(CheckScreen check) {
        check.usedFor("Mua trâu, bò sinh sản")
                .allOfItProperly()
                .foundNothing()
                .takesNoPhoto()
                .signs(FurnishedPhone.BORROWER)
                .leavesTheTaskAsItIs()
                .finishes();
    }

    private void leavesTheList() {
        rows().apply(List.of(), List.of(new PulledRows.Key("loan", loan().id().toString())), "2");
    }

    private PulledRows rows() {
        return profile.phone().store().rows();
    }

    private Views.Loan loan() {
        return profile.phone().workList().loans().stream()
                .filter(loan -> loan.borrowerName().equals(FurnishedPhone.BORROWER))
                .findFirst()
                .orElseThrow();
    }

    private static Views.Loan reduced(Views.Loan loan) {
        return new Views.Loan(
                loan.id(),
                loan.number(),
                loan.communeCode(),
                loan.villageCode(),
                loan.groupCode(),
                loan.borrowerName(),
                loan.programmeCode(),
                loan.purpose(),
                60_000_000L,
                loan.disbursedOn(),
                loan.dueOn(),
                60_000_000L,
                loan.overdue(),
                loan.status(),
                loan.closedReason(),
                loan.rosterPeriod());
    }

    private ReadItem sealed() {
        Phone phone = profile.phone();
        assertThat(phone.store().book().all()).hasSize(1);
        return ReadItem.trusted(phone.store().book().all().get(0).item());
    }

    private static Path photo(String sha256) throws Exception {
        File data = RuntimeEnvironment.getApplication().getDataDir();
        try (Stream<Path> all = Files.walk(data.toPath())) {
            return all.filter(file -> file.getFileName().toString().equals(sha256))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
