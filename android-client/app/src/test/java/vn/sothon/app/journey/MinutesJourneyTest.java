package vn.sothon.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;
import vn.sothon.app.ui.CheckScreen;
import vn.sothon.app.ui.Hand;
import vn.sothon.app.ui.MinutesScreen;
import vn.sothon.app.ui.SheetScreen;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;

/** A month of papers beside the checks: a sheet that three people sign and both kinds of minutes, all written offline. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi")
public class MinutesJourneyTest {
    private static final String PIN = "274913";
    private static final String LEADER = "Vàng A Tổ";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void papers_whenWrittenOffline_areReceivedTiedAndFollowed() throws Exception {
        try (RealServer server = RealServer.start()) {
            Hand today = enrolled(server);
            CheckScreen.of(today, RealServer.BORROWER)
                    .properCheck(RealServer.BORROWER, "Mua bò sinh sản")
                    .hand()
                    .putsThePhoneAway();
            sheetSignedByThree();
            minutesOfTheGroup();
            minutesOfTheVillageThroughADyingProcess();

            assertThat(app().services().syncAll()).isTrue();
            assertThat(app().services().syncAll()).isTrue(); // the drawings are asked for by the first

            List<BookedRecord> book = phone().store().book().all();
            assertThat(book)
                    .extracting(BookedRecord::kind)
                    .containsExactly(
                            RecordKind.LOAN_USE_CHECK,
                            RecordKind.CHECK_SHEET,
                            RecordKind.MONITORING_MINUTES,
                            RecordKind.MONITORING_MINUTES);
            assertThat(book).allMatch(record -> record.state() == RecordState.RECEIVED && record.missing() == 0);
            assertThat(book.get(3).answer().tie().taskTitle()).contains("đôn đốc thu hồi nợ");
            assertThat(recommendations())
                    .extracting(Views.Recommendation::text, Views.Recommendation::responsible)
                    .containsExactlyInAnyOrder(
                            tuple("Họp tổ đều hằng tháng", "Tổ trưởng tổ vay vốn"),
                            tuple("Đôn đốc hộ vay trả nợ, trả lãi", "Trưởng thôn"));
            assertThat(recommendations()).allMatch(each -> each.deadline() != null);
            assertThat(server.sothon("verify").toString()).doesNotContain("FAULT");
        }
    }

    private static Hand enrolled(RealServer server) throws Exception {
        return Hand.opensTheApp()
                .follows()
                .taps("Gõ mã bằng tay")
                .writes(0, server.address().toString())
                .writes(1, server.code(RealServer.HEAD))
                .taps("Tiếp tục")
                .taps("Tôi đã hiểu, tiếp tục")
                .tapsEach(PIN)
                .tapsEach(PIN)
                .follows();
    }

    private static void sheetSignedByThree() {
        Hand records = Hand.opensTheApp().taps("1 phiếu còn trong máy").follows();
        SheetScreen.of(records, "Tổ Một")
                .figuresAreRight()
                .checkedAt("Tại nhà người vay")
                .alone()
                .planGoes("Các hộ dùng vốn đúng phương án")
                .measure("Không có gì phải xử lý")
                .signs(RealServer.HEAD)
                .signs(LEADER)
                .witnessed("Giàng A Của")
                .finishes()
                .hand()
                .putsThePhoneAway();
    }

    private static void minutesOfTheGroup() {
        MinutesScreen.of(Hand.opensTheApp())
                .onTheGroup("Tổ Một")
                .because("Kiểm tra đột xuất")
                .at("Nhà tổ trưởng")
                .alone()
                .withGuest("Sùng Thị Mỷ", "tổ phó")
                .figuresAreRight()
                .answersYesTo(Set.of("liền kề", "5 đến 60", "công khai", "biên lai", "lưu đủ"))
                .says("Sổ sách ghi đủ")
                .says("Họp tổ chưa đều")
                .recommends("Họp tổ đều hằng tháng", "Tổ trưởng tổ vay vốn", "30 ngày nữa")
                .noMore()
                .attaches("1 phiếu")
                .signs(RealServer.HEAD)
                .signs(LEADER)
                .doesNotSign()
                .leavesTheTaskAsItIs()
                .finishes()
                .hand()
                .putsThePhoneAway();
    }

    private static void minutesOfTheVillageThroughADyingProcess() {
        MinutesScreen.of(Hand.opensTheApp())
                .onTheVillage("Nợ đến hạn")
                .because("Theo kế hoạch năm")
                .at("Nhà sinh hoạt cộng đồng thôn")
                .alone()
                .goesOn()
                .looksAt("Nợ đến hạn, nợ quá hạn và lãi tồn")
                .says("Trả lãi, gửi tiết kiệm đều")
                .hand()
                .sees("Điều gì còn thiếu sót?");

        // The process is killed: nothing is closed in order, only the files remain.
        app().restart();
        Hand.opensTheApp().follows().tapsEach(PIN).follows().putsThePhoneAway();
        MinutesScreen minutes = MinutesScreen.of(Hand.opensTheApp());
        minutes.hand().taps("Giám sát ở thôn").sees("Điều gì còn thiếu sót?");
        minutes.goesOn()
                .foundNothing()
                .recommends("Đôn đốc hộ vay trả nợ", "Trưởng thôn", "15 ngày nữa")
                .noMore()
                .signs(RealServer.HEAD)
                .doesNotSign()
                .doesNotSign()
                .leavesTheTaskAsItIs()
                .finishes()
                .hand()
                .putsThePhoneAway();
    }

    private static List<Views.Recommendation> recommendations() throws Exception {
        List<Views.Recommendation> all = new ArrayList<>();
        for (PulledRow row : phone().store().rows().all("recommendation")) {
            all.add(Json.tolerant(row.data(), Views.Recommendation.class));
        }
        return all;
    }

    private static Phone phone() throws Exception {
        return app().services().current().orElseThrow().phone();
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
