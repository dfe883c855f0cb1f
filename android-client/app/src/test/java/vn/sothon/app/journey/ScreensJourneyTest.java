package vn.sothon.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.work.testing.WorkManagerTestInitHelper;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;
import vn.sothon.app.ui.Hand;

/** A village head's first day as his hand and eyes have it, against the server as it ships. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class ScreensJourneyTest {
    private static final String PIN = "274913";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void check_whenTheProcessDiesInItsMiddle_goesOnWhereItWasAndCountsForItsTask() throws Exception {
        try (RealServer server = RealServer.start()) {
            Hand hand = Hand.opensTheApp()
                    .follows()
                    .taps("Gõ mã bằng tay")
                    .writes(0, server.address().toString())
                    .writes(1, server.code(RealServer.HEAD))
                    .taps("Tiếp tục")
                    .taps("Tôi đã hiểu, tiếp tục")
                    .sees("Đặt mã PIN")
                    .tapsEach(PIN)
                    .tapsEach(PIN)
                    .follows()
                    .sees(RealServer.BORROWER);

            hand.taps(RealServer.BORROWER)
                    .follows()
                    .sees("Bác có kiểm tra được không?")
                    .taps("Đã gặp và kiểm tra được")
                    .taps("Nhận đủ");

            // The process is killed: nothing is closed in order, only the files remain.
            app().restart();
            hand = Hand.opensTheApp()
                    .follows()
                    .sees("Mã PIN của bác")
                    .tapsEach(PIN)
                    .follows()
                    .sees("Đang ghi dở")
                    .taps(RealServer.BORROWER)
                    .follows()
                    .sees("Tiền đã dùng vào việc gì?");

            hand.taps("Mua trâu, bò")
                    .taps("Đúng cả")
                    .taps("Không có gì")
                    .taps("Tiếp tục")
                    .signs("Ô ký của " + RealServer.BORROWER)
                    .taps("Tiếp tục")
                    .sees("Việc này tính vào nhiệm vụ nào?")
                    .taps("Tiếp tục")
                    .sees("Đã ký")
                    .taps("Hoàn thành")
                    .sees("Đã lưu trong máy");
            hand = hand.taps("Xem các phiếu").follows().sees("Đã lưu trong máy");
            hand.putsThePhoneAway();

            assertThat(app().services().syncAll()).isTrue();
            assertThat(app().services().syncAll()).isTrue(); // the drawing is asked for by the first
            hand = Hand.opensTheApp();
            hand.taps("Xã đã nhận tất cả phiếu")
                    .follows()
                    .sees("Xã đã nhận")
                    .sees("kiểm tra việc sử dụng vốn vay")
                    .seesNot("Xã còn chờ");
            assertThat(server.sothon("verify").toString()).doesNotContain("FAULT");
        }
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
