package vn.sothon.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Bitmap;
import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;

/**
 * Walks through every screen, light and dark, with text at 100 % and 200 %, upright and lying. With {@code
 * -Dsothon.draw=true} each is drawn into {@code target/screens} to be looked at.
 */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class EveryScreenTest {
    private final List<String> complaints = new ArrayList<>();
    private String look = "";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(RuntimeEnvironment.getApplication());
    }

    @Test
    public void screens_whenTextIsNormal_areLegible() throws Exception {
        walk("light-100");
    }

    @Test
    public void screens_whenTextIsTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setFontScale(2f);
        walk("light-200");
    }

    @Test
    public void screens_whenDark_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        walk("dark-100");
    }

    @Test
    public void screens_whenDarkAndTwiceAsLarge_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+night");
        RuntimeEnvironment.setFontScale(2f);
        walk("dark-200");
    }

    @Test
    public void screens_whenThePhoneLies_areLegible() throws Exception {
        RuntimeEnvironment.setQualifiers("+land");
        walk("land-100");
    }

    @Test
    @Config(qualifiers = "en-w360dp-h740dp-xhdpi")
    public void screens_whenEnglish_areLegible() throws Exception {
        look = "english-100";
        Hand hand = Hand.opensTheApp().follows();
        draw(hand, "01-welcome");
        FurnishedPhone.unlocked();
        draw(Hand.opensTheApp(), "07-today");
        assertThat(complaints).isEmpty();
    }

    private void walk(String how) throws Exception {
        look = how;
        Hand hand = Hand.opensTheApp().follows();
        draw(hand, "01-welcome");
        draw(hand.taps("Gõ mã bằng tay"), "02-type");
        draw(hand.writes(0, "xa.test").writes(1, "ABCDE12345").taps("Tiếp tục"), "03-notice");
        hand.putsThePhoneAway();

        ((TestApp) RuntimeEnvironment.getApplication()).services();
        FurnishedPhone.unlocked().lock().lock();
        hand = Hand.opensTheApp().follows();
        draw(hand, "04-pin");
        draw(hand.tapsEach("000001"), "05-pin-wrong");
        hand = hand.tapsEach(FurnishedPhone.PIN).follows();
        draw(hand, "06-today");
        draw(hand.writes(0, "6600980001999999"), "07-today-missing");
        hand = hand.writes(0, "phuong").taps(FurnishedPhone.BORROWER).follows();
        draw(hand.cannotTap("Tiếp tục"), "08-outcome");
        draw(hand.taps("Đã gặp và kiểm tra được"), "09-received");
        draw(hand.taps("Nhận đủ"), "10-used-for");
        draw(hand.taps("Mua trâu, bò sinh sản"), "11-proper");
        draw(hand.tapsEach("500").taps("000").taps("000").taps("⌫").taps("⌫"), "12-proper-some");
        hand.taps("Tiếp tục");
        draw(hand.taps("Còn nợ lãi").taps("Bị thiên tai"), "13-findings");
        draw(hand.taps("Tiếp tục"), "14-cause");
        hand.taps("Dịch bệnh").sees("bao nhiêu phần trăm").taps("25%");
        draw(hand, "15-photo");
        draw(hand.taps("Tiếp tục").signs("Ô ký của " + FurnishedPhone.BORROWER), "16-signature");
        draw(hand.taps("Tiếp tục"), "17-task");
        draw(hand.taps("Tiếp tục"), "18-summary");
        draw(hand.taps("Hoàn thành"), "19-done");
        hand = hand.taps("Xem các phiếu").follows();
        draw(hand, "20-records");
        draw(hand.taps("Bản sao").follows().sees("Bản sao của phiếu"), "25-copy");
        hand.taps("‹ Quay lại").putsThePhoneAway();
        hand = Hand.opensTheApp().taps("1 phiếu còn trong máy").follows();
        hand = hand.taps("Lập phiếu 06/TD: Tổ 1").follows();
        draw(hand.sees("Sai mục đích: 1 người"), "24-sheet");
        draw(hand.taps("Tiếp tục"), "25-sheet-place");
        draw(hand.taps("Tại nhà người vay"), "26-sheet-inspectors");
        draw(hand.taps("Tiếp tục").taps("Các hộ dùng vốn"), "27-sheet-plan");
        hand.taps("Tiếp tục").writes(0, "Thu hồi phần sai mục đích").taps("Tiếp tục");
        hand.signs("Ô ký của Lò Văn Trưởng").taps("Tiếp tục");
        draw(hand.signs("Ô ký của Ka Sô"), "28-sheet-sign");
        hand.taps("Tiếp tục").sees("Có ai chứng kiến không").taps("Tiếp tục");
        draw(hand.sees("Ka Sô đã ký trên máy"), "29-sheet-summary");
        hand.taps("Hoàn thành").putsThePhoneAway();
        hand = Hand.opensTheApp().taps("2 phiếu còn trong máy").follows();
        hand.seesNot("Lập phiếu").sees("Phiếu 06/TD");
        hand.putsThePhoneAway();
        hand = Hand.opensTheApp().taps("Cảnh báo: 1 việc").follows();
        draw(hand.sees(FurnishedPhone.BORROWER), "21-alerts");
        draw(hand.taps("Tôi nhận việc này").sees("Đã có người nhận").taps("Đã giải quyết xong…"), "22-resolve");
        hand.writes(0, "Đã kiểm tra hôm nay").taps("Xong, báo cho xã").sees("Đã giải quyết xong");
        hand.putsThePhoneAway();
        hand = Hand.opensTheApp().seesNot("Cảnh báo").taps("Cài đặt").follows();
        draw(hand.taps("Chỉ khi có Wi-Fi").sees("✓ Chỉ khi có Wi-Fi"), "23-settings");
        hand.taps("Khóa sổ ngay").follows().sees("Mã PIN của bác").putsThePhoneAway();
        assertThat(complaints).isEmpty();
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
}
