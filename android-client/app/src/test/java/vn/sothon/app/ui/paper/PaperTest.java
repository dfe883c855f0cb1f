package vn.sothon.app.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.net.Uri;
import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.ui.FurnishedPhone;
import vn.sothon.app.ui.Hand;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.record.VisitSheet;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Signatory;

/** Copies of what was signed, as papers. With {@code -Dsothon.draw=true} they are drawn into {@code target/screens}. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w360dp-h740dp-xhdpi", shadows = StandInPdf.class)
public class PaperTest {
    private static final Inspector HEAD = new Inspector("Lò Văn Trưởng", "Trưởng thôn");
    private static final String GROUP = "9800011";

    private OpenProfile profile;
    private Phone phone;

    @Before
    public void aPhone() throws Exception {
        WorkManagerTestInitHelper.initializeTestWorkManager(RuntimeEnvironment.getApplication());
        profile = FurnishedPhone.unlocked();
        phone = profile.phone();
    }

    @Test
    public void check_whenCopied_standsOnOnePageWithItsSignature() throws Exception {
        UUID id = check(1, 80_500_000, 5_500_000);
        List<Bitmap> pages = pages(id, "paper-check");
        assertThat(pages).hasSize(1);
        Bitmap page = pages.get(0);
        assertThat(page.getHeight()).isGreaterThan(page.getWidth());
        assertThat(inkOf(page, Color.BLUE)).as("the drawn signature").isPositive();
    }

    @Test
    public void sheet_whenCopied_liesAndHasARowForEachCheck() throws Exception {
        UUID visit = phone.newId();
        check(visit, 1, 80_500_000, 5_500_000);
        check(visit, 2, 20_000_000, 0);
        Draft draft = phone.visitSheet()
                .draft(
                        phone.newId(),
                        phone.workPlaces().acting(null, GROUP, visit).orElseThrow(),
                        GROUP,
                        new VisitSheet.Conclusions(
                                VisitKind.POST_DISBURSEMENT,
                                "Hội Nông dân",
                                List.of(HEAD),
                                "Thôn Một",
                                "Các hộ làm đúng phương án",
                                "Thu hồi phần sử dụng sai mục đích trước 30/12",
                                List.of(
                                        new Signatory(
                                                Signatory.As.INSPECTOR,
                                                HEAD.name(),
                                                null,
                                                drawing().sha256()),
                                        new Signatory(Signatory.As.GROUP_LEADER, "Ka Sô", null, null),
                                        new Signatory(Signatory.As.WITNESS, "Y Thoan", null, null))));
        List<Bitmap> pages = pages(sealed(draft), "paper-sheet");
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).getWidth()).isGreaterThan(pages.get(0).getHeight());
        assertThat(inkOf(pages.get(0), Color.BLUE)).isPositive();
    }

    @Test
    public void minutes_whenLong_goOnOnTheNextPage() throws Exception {
        List<ChecklistAnswer> answers = new ArrayList<>();
        for (ChecklistAnswer.Item item : ChecklistAnswer.Item.values()) {
            answers.add(new ChecklistAnswer(item, ChecklistAnswer.Answer.YES, null));
        }
        MonitoringMinutes minutes = new MonitoringMinutes(
                MonitoringMinutes.Form.GROUP_16TD,
                RecordSubject.GROUP,
                VisitKind.SCHEDULED,
                phone.now(),
                phone.now(),
                "Nhà văn hóa thôn",
                List.of(HEAD, new Inspector("Y Thoan", "Chi hội phó")),
                List.of(new Inspector("Ka Sô", "Tổ trưởng")),
                "Ka Sô",
                "A Nghĩa",
                new GroupFigures(1_250_000_000L, 42, 15_000_000L, 0L, 2_300_000L, 61_000_000L, "Tốt"),
                answers,
                List.of(),
                "Kiểm tra hoạt động của tổ theo kế hoạch năm. ".repeat(12),
                "Họp đều, bình xét công khai. ".repeat(20),
                "Hai hộ còn nợ lãi.",
                List.of(new MonitoringMinutes.Recommendation(
                        new UUID(1, 1), "Thu lãi còn nợ của hai hộ", LocalDate.of(2026, 12, 30), "Tổ trưởng")),
                List.of(Finding.of(FindingCode.INTEREST_ARREARS)),
                "Nhất trí với nội dung biên bản.",
                2,
                List.of(
                        new Signatory(
                                Signatory.As.TEAM_HEAD,
                                HEAD.name(),
                                null,
                                drawing().sha256()),
                        new Signatory(Signatory.As.GROUP_LEADER, "Ka Sô", null, null)));
        UUID id = sealed(Draft.of(
                phone.newId(),
                RecordKind.MONITORING_MINUTES,
                phone.workPlaces().acting(null, GROUP, phone.newId()).orElseThrow(),
                Draft.About.group(GROUP),
                minutes));
        assertThat(pages(id, "paper-minutes")).hasSizeGreaterThan(1);
    }

    @Test
    public void words_whenACodeIsWritten_areKnown() {
        PaperWords words = new PaperWords();
        List<String> keys = new ArrayList<>();
        add(keys, "visit", VisitKind.values());
        add(keys, "outcome", LoanUseCheck.Outcome.values());
        add(keys, "finding", FindingCode.values());
        add(keys, "cause", Finding.ObjectiveCause.values());
        add(keys, "item", ChecklistAnswer.Item.values());
        add(keys, "answer", ChecklistAnswer.Answer.values());
        add(keys, "area", MonitoringMinutes.WorkArea.Area.values());
        add(keys, "as", Signatory.As.values());
        add(keys, "title", MonitoringMinutes.Form.values());
        assertThat(keys).allMatch(words::knows);
        assertThat(words.money(80_500_000L)).isEqualTo("80.500.000 đồng (Tám mươi triệu năm trăm nghìn đồng)");
        assertThat(words.millions(80_500_000L)).isEqualTo("80,5");
        assertThat(words.percent(1, 3)).isEqualTo("33,3");
    }

    @Test
    public void copy_whenShared_isAFileOfItsOwnUntilThePersonLeavesOrTheLockFalls() throws Exception {
        UUID id = check(1, 80_500_000, 0);
        Hand hand = Hand.opensTheApp().taps("1 phiếu còn trong máy").follows();
        hand.taps("Bản sao").follows().sees("Bản sao của phiếu").taps("Gửi bản sao (PDF)");
        Intent chooser = shadowOf(hand.activity()).getNextStartedActivity();
        Intent sent = chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent.class);
        assertThat(sent.getType()).isEqualTo("application/pdf");
        assertThat(sent.getFlags() & Intent.FLAG_GRANT_READ_URI_PERMISSION).isNotZero();
        Uri uri = sent.getParcelableExtra(Intent.EXTRA_STREAM, Uri.class);
        assertThat(uri.toString()).endsWith("/shared/" + id + ".pdf");
        File file = new File(RuntimeEnvironment.getApplication().getCacheDir(), "shared/" + id + ".pdf");
        assertThat(Files.readString(file.toPath())).startsWith("%PDF").endsWith("pages: 1");
        hand.taps("‹ Quay lại").putsThePhoneAway();
        assertThat(file).doesNotExist();

        Files.writeString(file.toPath(), "left by a process that died");
        profile.lock().lock();
        Hand.opensTheApp().follows().sees("Mã PIN của bác");
        assertThat(file).doesNotExist();
    }

    private static void add(List<String> keys, String kind, Enum<?>[] codes) {
        for (Enum<?> code : codes) {
            keys.add(kind + "." + code.name());
        }
    }

    private UUID check(int loan, long received, long misused) throws Exception {
        return check(phone.newId(), loan, received, misused);
    }

    private UUID check(UUID visit, int number, long received, long misused) throws Exception {
        Views.Loan loan = phone.workList().loan("660098000100001" + number).orElseThrow();
        AttachmentRef drawn = drawing();
        LoanUseCheck check = new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                "Hội Nông dân xã",
                List.of(HEAD),
                "Tại nhà người vay",
                received,
                received,
                "Mua trâu, bò sinh sản",
                received - misused,
                misused,
                "Bò khỏe, có bê con",
                120_000L,
                null,
                null,
                misused > 0 ? List.of(Finding.of(FindingCode.PARTIAL_MISUSE)) : List.of(),
                "Hẹn kiểm tra lại sau Tết",
                List.of(
                        new Signatory(Signatory.As.BORROWER, loan.borrowerName(), null, drawn.sha256()),
                        new Signatory(Signatory.As.INSPECTOR, HEAD.name(), HEAD.position(), null)));
        Draft draft = Draft.of(
                        phone.newId(),
                        RecordKind.LOAN_USE_CHECK,
                        phone.workPlaces().acting(null, loan.groupCode(), visit).orElseThrow(),
                        new Draft.About(
                                loan.groupCode(),
                                loan.id(),
                                null,
                                phone.workList().seen(loan)),
                        check)
                .withPosition(new Position(new BigDecimal("14.35012"), new BigDecimal("107.98765"), 12));
        return sealed(draft.withAttachment(drawn));
    }

    /** A stroke in a colour that nothing else on the paper has. */
    private AttachmentRef drawing() throws Exception {
        Bitmap drawn = Bitmap.createBitmap(600, 300, Bitmap.Config.ARGB_8888);
        drawn.eraseColor(Color.WHITE);
        Paint ink = new Paint();
        ink.setColor(Color.BLUE);
        ink.setStrokeWidth(16);
        Canvas canvas = new Canvas(drawn);
        canvas.drawLine(40, 240, 300, 60, ink);
        canvas.drawLine(300, 60, 560, 240, ink);
        return profile.photos().keepSignature(drawn);
    }

    private UUID sealed(Draft draft) {
        SealOutcome outcome = phone.seal(draft);
        assertThat(outcome).isInstanceOf(SealOutcome.Sealed.class);
        return draft.id();
    }

    private List<Bitmap> pages(UUID id, String name) throws Exception {
        PicturePages pages = new PicturePages(1190);
        new Papers().draw(SignedRecord.find(phone, id).orElseThrow(), pages);
        int number = 0;
        for (Bitmap picture : pages.pictures()) {
            number++;
            if (Boolean.getBoolean("sothon.draw")) {
                File file = new File(System.getProperty("sothon.screens"), "papers/" + name + "-" + number + ".png");
                Files.createDirectories(file.getParentFile().toPath());
                try (OutputStream out = new FileOutputStream(file)) {
                    picture.compress(Bitmap.CompressFormat.PNG, 100, out);
                }
            }
        }
        return pages.pictures();
    }

    private static int inkOf(Bitmap page, int colour) {
        int count = 0;
        for (int y = 0; y < page.getHeight(); y += 2) {
            for (int x = 0; x < page.getWidth(); x += 2) {
                int pixel = page.getPixel(x, y);
                if (Color.blue(pixel) > Color.red(pixel) + 100) {
                    count++;
                }
            }
        }
        assertThat(colour).isEqualTo(Color.BLUE);
        return count;
    }
}
