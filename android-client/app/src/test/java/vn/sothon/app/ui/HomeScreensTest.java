package vn.sothon.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Notification;
import android.app.NotificationManager;
import android.content.Intent;
import android.graphics.Bitmap;
import android.service.notification.StatusBarNotification;
import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;
import vn.sothon.app.data.db.Salvage;
import vn.sothon.app.data.push.Notices;
import vn.sothon.app.ui.homes.LeaderHome;
import vn.sothon.app.ui.homes.LeadersAlert;
import vn.sothon.app.ui.homes.WhoScreen;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.NoticeDoors;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;

/** The homes of the offices, several people on one phone, and what stands between them and the screens. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class HomeScreensTest {
    private final List<String> complaints = new ArrayList<>();
    private String look = "";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void homes_whenTextIsNormal_areLegible() throws Exception {
        walk("light-100");
    }

    @Test
    public void homes_whenTextIsTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setFontScale(2f);
        walk("light-200");
    }

    @Test
    public void homes_whenDark_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        walk("dark-100");
    }

    @Test
    public void homes_whenDarkAndTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        RuntimeEnvironment.setFontScale(2f);
        walk("dark-200");
    }

    @Test
    public void homes_whenThePhoneLies_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+land");
        walk("land-100");
    }

    @Test
    @Config(qualifiers = "en-w360dp-h740dp-xhdpi")
    public void homes_whenEnglish_areLegible() throws Exception {
        look = "english-100";
        Officers.leader();
        draw(Hand.opensTheApp().follows().sees("The commune today"), "30-leader");
        assertThat(complaints).isEmpty();
    }

    private void walk(String how) throws Exception {
        look = how;
        OpenProfile leader = Officers.leader();
        LeaderHome home = LeaderHome.opened();
        draw(home.shows("9 ngày chưa liên lạc").shows("1 việc trễ").hand(), "30-leader");
        LeadersAlert alert = home.opensAlertAbout(FurnishedPhone.BORROWER);
        draw(alert.hand(), "31-alert-of-a-leader");
        draw(alert.wantsToGiveIt().hand(), "32-assign");
        alert.to(Officers.HEAD_NAME).hand().putsThePhoneAway();
        draw(
                LeaderHome.opened()
                        .opensCalls()
                        .offers(Officers.HEAD_NAME, "0912345678")
                        .hand(),
                "33-call");

        OpenProfile association = Officers.holding(ActingRole.ASSOCIATION_OFFICER);
        draw(Hand.opensTheApp().follows().sees("Việc của Hội").sees("Tổ 1 Hội Nông dân"), "34-association");
        Officers.holding(ActingRole.CREDIT_OFFICER);
        draw(Hand.opensTheApp().follows().sees("Vốn dùng sai").sees("Quá hạn báo"), "35-credit");
        OpenProfile several = Officers.holding(ActingRole.VILLAGE_HEAD, ActingRole.COMMUNE_LEADER);
        Hand role = Hand.opensTheApp().follows();
        draw(role.sees("Bác đang làm việc với vai nào?"), "36-role");
        role.taps("Trưởng thôn").follows().sees("Đang làm: Trưởng thôn").putsThePhoneAway();

        app().fingers.there = true;
        several.lock().lock();
        app().services().remove(leader.id());
        app().services().remove(association.id());
        WhoScreen who = WhoScreen.instead();
        draw(who.hand(), "37-who");
        Hand hand = who.is("Ksor Lan");
        several = app().services().current().orElseThrow();
        several.settings().biometric(true);
        hand.putsThePhoneAway();
        draw(Hand.opens(Destination.UNLOCK.intent(app())), "38-pin-or-finger");
        several.lock().unlock();
        several.news().tell(new Salvage.Outcome(Map.of("record", 12, "outbox", 2, "draft", 1), List.of("receipt")));
        draw(Hand.opensTheApp().follows().sees("12 phiếu"), "39-saved");
        several.news().told();
        draw(Hand.opens(Destination.SETTINGS.intent(app())), "40-settings-with-finger");
        assertThat(complaints).isEmpty();
    }

    @Test
    public void village_whenALeaderTapsIt_showsItsLoansAlone() throws Exception {
        Officers.leader();
        LeaderHome.opened()
                .opensVillage("Thôn Một")
                .sees(FurnishedPhone.BORROWER)
                .taps("Chỉ thôn Thôn Một. Xem tất cả")
                .seesNot("Chỉ thôn");
    }

    @Test
    public void alert_whenALeaderAnswersWithoutANetwork_isSealedInTheOfficeOfALeader() throws Exception {
        OpenProfile leader = Officers.leader();
        LeaderHome.opened()
                .opensAlertAbout(FurnishedPhone.BORROWER)
                .acknowledges()
                .wantsToGiveIt()
                .to(Officers.HEAD_NAME);

        List<BookedRecord> acts = leader.phone().store().book().all();
        assertThat(acts)
                .extracting(BookedRecord::kind)
                .containsExactly(RecordKind.ACKNOWLEDGE_ALERT, RecordKind.ASSIGN_ALERT);
        ReadItem given = ReadItem.trusted(acts.get(1).item());
        assertThat(given.head().actingRole()).isEqualTo(ActingRole.COMMUNE_LEADER);
        assertThat(((Act.AssignAlert) given.payload()).personId()).isEqualTo(Officers.HEAD);
        assertThat(leader.phone().store().outbox().size()).isEqualTo(2);
    }

    @Test
    public void role_whenOneOfSeveralIsChosen_isCarriedByRecordsUntilAnotherIs() throws Exception {
        OpenProfile profile = Officers.holding(ActingRole.VILLAGE_HEAD, ActingRole.CREDIT_OFFICER);
        Hand.opensTheApp().follows().taps("Cán bộ tín dụng").follows().follows().sees("Vốn dùng sai");
        assertThat(acting(profile)).isEqualTo(ActingRole.CREDIT_OFFICER);

        Hand.opensTheApp()
                .follows()
                .taps("Đang làm: Cán bộ tín dụng. Đổi vai")
                .follows()
                .sees("✓ Cán bộ tín dụng")
                .taps("Trưởng thôn");
        assertThat(acting(profile)).isEqualTo(ActingRole.VILLAGE_HEAD);
        Hand.opensTheApp().sees("Hôm nay").taps(FurnishedPhone.BORROWER).follows();
        assertThat(profile.phone().store().drafts().all())
                .extracting(draft -> draft.acting().role())
                .containsExactly(ActingRole.VILLAGE_HEAD);
    }

    @Test
    public void finger_whenNotChosen_isNotAskedForAndWhenChosenOpensTheScreens() throws Exception {
        OpenProfile profile = Officers.leader();
        app().fingers.there = true;
        profile.lock().lock();
        Hand.opensTheApp().follows().sees("Mã PIN của bác").seesNot("vân tay").putsThePhoneAway();
        assertThat(app().fingers.asked).isZero();

        profile.lock().unlock();
        Hand.opens(Destination.SETTINGS.intent(app()))
                .taps("Có, mã PIN vẫn dùng được")
                .sees("✓ Có, mã PIN vẫn dùng được")
                .taps("Khóa sổ ngay");
        Hand locked = Hand.opensTheApp().follows().sees("vân tay");
        assertThat(app().fingers.asked).isEqualTo(1);
        assertThat(profile.lock().isLocked()).isTrue();
        app().fingers.touch();
        assertThat(profile.lock().isLocked()).isFalse();
        locked.follows().follows().sees("Việc của xã");

        app().fingers.there = false; // its owner has taken the fingers out of the phone
        profile.lock().lock();
        Hand.opensTheApp().follows().seesNot("vân tay").tapsEach(FurnishedPhone.PIN);
        assertThat(profile.lock().isLocked()).isFalse();
    }

    @Test
    public void notification_whenTapped_leadsPastTheLockOfItsPersonToItsAlert() throws Exception {
        OpenProfile leader = Officers.leader();
        FurnishedPhone.unlocked(); // somebody else has used the phone since
        leader.lock().lock();
        new Notices(app(), new NoticeDoors(app()))
                .show(leader.id(), leader.phone().alerts(), leader.refused());

        StatusBarNotification[] shown =
                app().getSystemService(NotificationManager.class).getActiveNotifications();
        assertThat(shown).hasSize(3);
        AlertItem misuse = leader.phone().alerts().find(new UUID(9, 1)).orElseThrow();
        Notification notice = null;
        for (StatusBarNotification one : shown) {
            assertThat(one.getNotification().extras.toString()).doesNotContain(FurnishedPhone.BORROWER);
            notice = one.getTag().equals(misuse.id().toString()) ? one.getNotification() : notice;
        }
        Intent tapped = Shadows.shadowOf(notice.contentIntent).getSavedIntent();
        Hand.opens(tapped)
                .follows()
                .sees("Mã PIN của Y Hạnh")
                .tapsEach(FurnishedPhone.PIN)
                .follows()
                .sees(FurnishedPhone.BORROWER)
                .seesNot("Máy lâu")
                .taps("Xem tất cả cảnh báo")
                .sees(Officers.HEAD_NAME);
        assertThat(app().services().current().orElseThrow().id()).isEqualTo(leader.id());
    }

    @Test
    public void alerts_whenASyncEndsInFront_showWhatItBrought() throws Exception {
        OpenProfile leader = Officers.leader();
        Hand hand = Hand.opens(Destination.ALERTS.intent(app())).sees("Chưa ai nhận");
        for (AlertItem item : leader.phone().alerts().all()) {
            if (item.state() == AlertState.OPEN) {
                leader.phone().acknowledge(item);
            }
        }
        hand.sees("Chưa ai nhận");
        app().services().news().ended();
        hand.settle().seesNot("Chưa ai nhận");
        hand.putsThePhoneAway();
    }

    @Test
    public void people_whenASecondIsAdded_leaveTheFirstUntouchedAndChooseAtTheStart() throws Exception {
        OpenProfile first = FurnishedPhone.unlocked();
        first.lock().lock();
        Hand hand = WhoScreen.fromTheLock().names("Lò Văn Trưởng").addsAnother().taps("Gõ mã bằng tay");
        hand.putsThePhoneAway(); // and thinks better of it
        assertThat(app().services().current().orElseThrow().id()).isEqualTo(first.id());

        OpenProfile second = Officers.leader();
        second.lock().lock();
        WhoScreen.instead()
                .is("Lò Văn Trưởng")
                .tapsEach(FurnishedPhone.PIN)
                .follows()
                .sees("Hôm nay");
        assertThat(first.lock().isLocked()).isFalse();
        assertThat(second.lock().isLocked()).isTrue();
        app().services().use(second.id());
        assertThat(first.lock().isLocked())
                .as("nobody walks in behind the other")
                .isTrue();
        assertThat(app().services().anotherProfile().id()).isNotIn(first.id(), second.id());
    }

    private static ActingRole acting(OpenProfile profile) {
        return profile.phone()
                .workPlaces()
                .acting(null, null, null)
                .orElseThrow()
                .role();
    }

    private void draw(Hand hand, String name) throws Exception {
        for (String complaint : Legible.complaints(hand)) {
            complaints.add(name + ": " + complaint);
        }
        if (Boolean.getBoolean("sothon.draw")) {
            File file = new File(System.getProperty("sothon.screens"), look + "/" + name + ".png");
            Files.createDirectories(file.getParentFile().toPath());
            try (OutputStream out = new FileOutputStream(file)) {
                hand.picture().compress(Bitmap.CompressFormat.PNG, 100, out);
            }
        }
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
