package vn.sothon.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;
import vn.sothon.app.ui.Hand;
import vn.sothon.app.ui.homes.CallScreen;
import vn.sothon.app.ui.homes.LeaderHome;
import vn.sothon.app.ui.homes.WhoScreen;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.lock.PinAnswer;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.RecordState;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;

/** A village head and a commune leader share one phone, against the server as it ships. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class TwoPeopleJourneyTest {
    private static final String HEAD_PIN = "274913";
    private static final String LEADER_PIN = "580316";
    private static final String LEADER = "Y Hạnh";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void leader_whoSharesAPhoneAndAnswersOffline_reachesTheServerUnderAnOwnKey() throws Exception {
        try (RealServer server = RealServer.start()) {
            server.sothon(
                    "person",
                    "add",
                    LEADER,
                    "--role",
                    "COMMUNE_LEADER",
                    "--area",
                    RealServer.COMMUNE,
                    "--phone",
                    "0912345678");
            enrols(Hand.opensTheApp().follows(), server, RealServer.HEAD, HEAD_PIN)
                    .follows()
                    .sees(RealServer.BORROWER)
                    .putsThePhoneAway();
            new CallScreen(Hand.opensTheApp().taps("Gọi ai khi cần").follows())
                    .offers(LEADER, "0912345678")
                    .hand()
                    .putsThePhoneAway();
            OpenProfile head = app().services().current().orElseThrow();
            UUID check = misuse(head.phone());
            assertThat(app().services().syncAll()).isTrue();
            head.lock().lock();

            // A second person comes to the same phone; nothing of the first one's is touched.
            LeaderHome home = new LeaderHome(enrols(WhoScreen.fromTheLock().addsAnother(), server, LEADER, LEADER_PIN)
                            .follows()
                            .follows())
                    .shows("Cảnh báo chưa xong: 1");
            // Without a network: nothing is sent until the test says so.
            home.opensAlertAbout(RealServer.BORROWER)
                    .acknowledges()
                    .wantsToGiveIt()
                    .to(RealServer.HEAD)
                    .hand()
                    .putsThePhoneAway();
            assertThat(alerts(server)).contains("OPEN");

            AppServices again = app().restart();
            OpenProfile leader = again.current().orElseThrow();
            OpenProfile first = again.profile(head.id());
            assertThat(leader.id()).isNotEqualTo(first.id());
            WhoScreen.instead().names(RealServer.HEAD, LEADER);
            assertThat(first.phone().store().book().find(check)).isPresent();
            assertThat(first.pin().enter(LEADER_PIN)).isInstanceOf(PinAnswer.Wrong.class);
            assertThat(leader.phone().store().book().find(check)).isEmpty();

            assertThat(again.syncAll()).isTrue();
            assertThat(again.syncAll()).isTrue();
            assertThat(leader.phone().store().book().all())
                    .extracting(BookedRecord::kind)
                    .containsExactly(RecordKind.ACKNOWLEDGE_ALERT, RecordKind.ASSIGN_ALERT);
            assertThat(leader.phone().store().book().all()).allSatisfy(act -> {
                assertThat(act.state()).isEqualTo(RecordState.RECEIVED);
                assertThat(act.answer().notes()).doesNotContain("NO_EFFECT");
            });
            assertThat(alerts(server)).contains("ACKNOWLEDGED");
            assertThat(keyOf(leader)).isNotEqualTo(keyOf(first));
            // The head now has it on the phone, given to him.
            assertThat(first.phone().alerts().all()).singleElement().satisfies(alert -> assertThat(alert.assignedTo())
                    .isEqualTo(first.session().orElseThrow().person().id()));
            assertThat(server.sothon("verify").toString()).doesNotContain("FAULT");
            String devices = server.sothon("device", "list").toString();
            assertThat(devices).contains("app 0.1.0-test, unsent 0");
        }
    }

    private static Hand enrols(Hand hand, RealServer server, String person, String pin) throws Exception {
        return hand.taps("Gõ mã bằng tay")
                .writes(0, server.address().toString())
                .writes(1, server.code(person))
                .taps("Tiếp tục")
                .taps("Tôi đã hiểu, tiếp tục")
                .sees("Đặt mã PIN")
                .tapsEach(pin)
                .tapsEach(pin);
    }

    private static UUID misuse(Phone phone) {
        Views.Loan loan = phone.workList().loan(RealServer.LOAN).orElseThrow();
        LoanUseCheck check = new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                null,
                List.of(new Inspector(RealServer.HEAD, null)),
                null,
                50_000_000L,
                null,
                "Mua xe máy",
                20_000_000L,
                30_000_000L,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
        Draft draft = Draft.of(
                phone.newId(),
                RecordKind.LOAN_USE_CHECK,
                phone.workPlaces().acting(null, loan.groupCode(), phone.newId()).orElseThrow(),
                new Draft.About(
                        loan.groupCode(), loan.id(), null, phone.workList().seen(loan)),
                check);
        phone.seal(draft);
        return draft.id();
    }

    private static String alerts(RealServer server) throws Exception {
        return server.sothon("alert", "list", "--as", LEADER, "--json").toString();
    }

    private static String keyOf(OpenProfile profile) {
        BookedRecord sealed = profile.phone().store().book().all().get(0);
        return ReadItem.trusted(sealed.item()).head().keyId();
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
