package vn.sothon.app.ui;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;

/** Walks through both kinds of minutes in every look, as {@link EveryScreenTest} does through the rest. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class EveryMinutesScreenTest {
    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(RuntimeEnvironment.getApplication());
    }

    @Test
    public void minutes_whenTextIsNormal_areLegible() throws Exception {
        walk("light-100");
    }

    @Test
    public void minutes_whenTextIsTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setFontScale(2f);
        walk("light-200");
    }

    @Test
    public void minutes_whenDark_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        walk("dark-100");
    }

    @Test
    public void minutes_whenDarkAndTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        RuntimeEnvironment.setFontScale(2f);
        walk("dark-200");
    }

    @Test
    public void minutes_whenThePhoneLies_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+land");
        walk("land-100");
    }

    private static void walk(String look) throws Exception {
        Gallery gallery = new Gallery(look);
        FurnishedPhone.unlocked();
        ofTheGroup(gallery);
        ofTheVillage(gallery);
        gallery.closes();
    }

    private static void ofTheGroup(Gallery gallery) throws Exception {
        MinutesScreen minutes = MinutesScreen.of(Hand.opensTheApp());
        Hand hand = minutes.hand();
        gallery.show(hand, "30-minutes-form");
        hand.taps("Kiểm tra tổ vay vốn (16/TD)");
        gallery.show(hand, "31-minutes-group");
        hand.taps("Tổ 1 Hội Nông dân");
        gallery.show(hand, "32-minutes-visit");
        minutes.because("Kiểm tra đột xuất");
        gallery.show(hand, "33-minutes-place");
        minutes.at("Nhà tổ trưởng").alone();
        hand.taps("＋ Ka Sô, tổ trưởng");
        gallery.show(hand, "34-minutes-people");
        minutes.goesOn();
        gallery.show(hand, "35-minutes-figures");
        hand.taps("Nợ quá hạn");
        gallery.show(hand, "36-minutes-figure");
        hand.taps("Không có");
        hand.taps("Xếp loại tháng gần nhất").taps("Khá");
        minutes.figuresAreRight();
        gallery.show(hand, "37-minutes-point");
        minutes.answersYesTo(Set.of("liền kề", "5 đến 60", "họp đều", "giữ sổ vay vốn"));
        gallery.show(hand, "38-minutes-strengths");
        minutes.says("Sổ sách ghi đủ").says("Họp tổ chưa đều");
        gallery.show(hand, "39-minutes-advices");
        hand.taps("＋ Thêm một kiến nghị").taps("Họp tổ đều hằng tháng");
        gallery.show(hand, "40-minutes-advice");
        minutes.goesOn();
        gallery.show(hand, "41-minutes-advice-who");
        hand.taps("Tổ trưởng tổ vay vốn");
        gallery.show(hand, "42-minutes-advice-day");
        hand.taps("30 ngày nữa");
        gallery.show(hand, "43-minutes-advices-one");
        minutes.noMore();
        gallery.show(hand, "44-minutes-sheets");
        minutes.attaches("0 phiếu");
        hand.signs("Ô ký của Lò Văn Trưởng");
        gallery.show(hand, "45-minutes-sign");
        minutes.goesOn().doesNotSign().doesNotSign();
        gallery.show(hand, "46-minutes-task");
        minutes.goesOn();
        gallery.show(hand, "47-minutes-summary");
        hand.taps("Các điểm kiểm tra");
        gallery.show(hand, "48-minutes-points");
        minutes.goesOn().finishes();
        gallery.show(hand, "49-minutes-done");
        hand.putsThePhoneAway();
    }

    private static void ofTheVillage(Gallery gallery) throws Exception {
        MinutesScreen minutes = MinutesScreen.of(Hand.opensTheApp());
        Hand hand = minutes.hand();
        hand.taps("Giám sát ở thôn");
        gallery.show(hand, "50-village-subject");
        hand.taps("Việc chung của thôn");
        minutes.because("Theo kế hoạch năm").at("Nhà sinh hoạt").alone().goesOn();
        gallery.show(hand, "51-village-content");
        minutes.looksAt("Niêm yết công khai danh sách hộ vay").goesOn().goesOn();
        gallery.show(hand, "52-village-findings");
        hand.taps("Bị thiên tai").taps("Điều khác").taps("Tiếp tục").taps("Thiên tai");
        gallery.show(hand, "53-damage");
        hand.taps("50%").cannotTap("Tiếp tục").writes(0, "Cầu vào thôn bị trôi");
        gallery.show(hand, "54-finding-other");
        minutes.goesOn();
        hand.putsThePhoneAway();
        hand = Hand.opensTheApp().taps("Biên bản").follows();
        gallery.show(hand, "55-minutes-begun");
        hand.taps("Giám sát ở thôn").sees("Bác kiến nghị gì?");
        hand.putsThePhoneAway();
    }
}
