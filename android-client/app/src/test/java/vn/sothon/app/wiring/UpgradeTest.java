package vn.sothon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.TestApp;
import vn.sothon.app.ui.FurnishedPhone;
import vn.sothon.client.Phone;
import vn.sothon.client.lock.PinAnswer;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.store.PhoneSchema;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.Seals;

/**
 * Phones as earlier versions left them, whole: database, keys, photo. Each is opened by this build and has lost nothing.
 *
 * <p>The version that takes a step of the schema first keeps a phone of the old one: {@code -Dsothon.keepPhone=true}
 * writes {@code src/test/resources/phones/VERSION.zip}.
 */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
public class UpgradeTest {
    private static final String PHOTO = "a photo, as far as this test goes";
    private static final String NOTE = "Bò cái tơ buộc sau nhà";

    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void phone_whenAnEarlierVersionLeftIt_hasLostNothing() throws Exception {
        if (Boolean.getBoolean("sothon.keepPhone")) {
            keep(kept(PhoneSchema.VERSION));
        }
        for (int version = 1; version <= PhoneSchema.VERSION; version++) {
            try (InputStream zip = Files.newInputStream(kept(version))) {
                unpack(zip);
            }
            looked(app().restart());
            app().services().close();
        }
    }

    private static void looked(AppServices services) throws Exception {
        OpenProfile profile = services.current().orElseThrow();
        assertThat(profile.salvaged()).as("nothing was damaged").isEmpty();
        assertThat(profile.pin().enter(FurnishedPhone.PIN)).isInstanceOf(PinAnswer.Right.class);
        assertThat(profile.session().orElseThrow().person().name()).isEqualTo("Lò Văn Trưởng");
        Phone phone = profile.phone();
        assertThat(phone.workList().loans())
                .hasSize(3)
                .extracting(Views.Loan::borrowerName)
                .contains(FurnishedPhone.BORROWER);
        assertThat(phone.alerts().all()).isNotEmpty();

        List<BookedRecord> book = phone.store().book().all();
        assertThat(book).hasSize(1);
        BookedRecord sealed = book.get(0);
        assertThat(sealed.state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(Seals.sha256(sealed.item().head())).isEqualTo(sealed.hash());
        ReadItem read = ReadItem.trusted(sealed.item());
        assertThat(((LoanUseCheck) read.payload()).note()).isEqualTo(NOTE);
        assertThat(phone.store().outbox().size()).isEqualTo(1);
        String photo = read.body().attachments().get(0).sha256();
        try (InputStream in = phone.files().open(photo, 0)) {
            assertThat(in.readAllBytes()).isEqualTo(PHOTO.getBytes());
        }

        List<Draft> drafts = phone.store().drafts().all();
        assertThat(drafts).hasSize(1);
        SealOutcome outcome = phone.sealer().seal(drafts.get(0).id());
        assertThat(outcome).as("the draft can be finished").isInstanceOf(SealOutcome.Sealed.class);
    }

    /** What this version leaves behind. */
    private static void keep(Path zip) throws Exception {
        OpenProfile profile = FurnishedPhone.unlocked();
        Phone phone = profile.phone();
        String sha256 = phone.files().keep(PHOTO.getBytes());
        Draft sealed = draft(phone, 1)
                .withAttachment(new AttachmentRef(sha256, "image/jpeg", PHOTO.length(), AttachmentRef.Role.PHOTO));
        assertThat(phone.seal(sealed)).isInstanceOf(SealOutcome.Sealed.class);
        phone.save(draft(phone, 2));
        app().services().close();
        Files.createDirectories(zip.getParent());
        Path root = app().getDataDir().toPath();
        try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(zip.toFile()));
                Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString();
                if (name.contains("profile") || name.contains("software-keys") || name.endsWith("current")) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static Draft draft(Phone phone, int number) {
        Views.Loan loan = phone.workList().loan("660098000100001" + number).orElseThrow();
        UUID visit = phone.newId();
        long sum = loan.disbursed();
        LoanUseCheck check = new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                null,
                List.of(new Inspector("Lò Văn Trưởng", null)),
                null,
                sum,
                null,
                "Mua bò sinh sản",
                sum,
                0L,
                null,
                null,
                null,
                null,
                List.of(),
                NOTE,
                List.of());
        return Draft.of(
                phone.newId(),
                RecordKind.LOAN_USE_CHECK,
                phone.workPlaces().acting(null, loan.groupCode(), visit).orElseThrow(),
                new Draft.About(
                        loan.groupCode(), loan.id(), null, phone.workList().seen(loan)),
                check);
    }

    private static void unpack(InputStream stream) throws IOException {
        Path root = app().getDataDir().toPath();
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private static Path kept(int version) {
        return new File("src/test/resources/phones/" + version + ".zip").toPath();
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
