package vn.sothon.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.app.TestApp;
import vn.sothon.app.journey.BadLine.Fate;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.sync.SyncReport;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.TieAnswer;

/** A village head's first day: the app's engine on Android's SQLite, the server as it ships, a valley in between. */
@RunWith(RobolectricTestRunner.class)
public class FirstDayJourneyTest {
    private static final byte[] PHOTO = photo();
    private static final String NOTE = "Bò cái tơ buộc sau nhà";

    /** The test says when the phone syncs. */
    @Before
    public void noSyncByItself() {
        WorkManagerTestInitHelper.initializeTestWorkManager(app());
    }

    @Test
    public void check_whenThePhoneDiesInItsMiddleAndTheLineIsBad_isTiedOnce() throws Exception {
        try (RealServer server = RealServer.start();
                BadLine line = new BadLine(server.address())) {
            String profile = enrolled(server, line);
            UUID draft = begun(profile);

            // The process is killed: nothing is closed in order, only the files remain.
            AppServices again = restarted();
            UUID record = finished(again.profile(profile), draft);

            line.then(Fate.CUT_ON_THE_WAY, Fate.REPLY_LOST, Fate.GOOD, Fate.CUT_ON_THE_WAY);
            sentThroughAll(again.profile(profile).phone(), line);

            BookedRecord received =
                    again.profile(profile).phone().store().book().find(record).orElseThrow();
            assertThat(received.state()).isEqualTo(RecordState.RECEIVED);
            assertThat(received.answer().tie().taskTitle()).contains("kiểm tra việc sử dụng vốn vay");
            assertThat(received.missing()).isZero();
            assertThat(line.lostReplies()).isPositive();
            assertThat(server.sothon("verify").toString()).doesNotContain("FAULT");
            nothingIsReadableOnDisk();
        }
    }

    private static String enrolled(RealServer server, BadLine line) throws Exception {
        OpenProfile profile = app().services().newProfile();
        EnrolOutcome outcome = app().services()
                .enrol(
                        profile,
                        new Enroller.Invitation(line.address(), server.code(RealServer.HEAD), null, null),
                        new Enroller.Device("test", "JVM", "8", "0.1.0"));
        assertThat(outcome).isInstanceOf(EnrolOutcome.Enrolled.class);
        SyncReport pulled = profile.phone().engine().syncOnce();
        assertThat(pulled.trouble()).isEmpty();
        assertThat(profile.phone().workList().loans())
                .extracting(Views.Loan::borrowerName)
                .contains(RealServer.BORROWER);
        return profile.id();
    }

    private static UUID begun(String profile) throws Exception {
        Phone phone = app().services().profile(profile).phone();
        Views.Loan loan = phone.workList().loan(RealServer.LOAN).orElseThrow();
        Draft draft = Draft.of(
                phone.newId(),
                RecordKind.LOAN_USE_CHECK,
                phone.workPlaces().acting(null, loan.groupCode(), phone.newId()).orElseThrow(),
                new Draft.About(
                        loan.groupCode(), loan.id(), null, phone.workList().seen(loan)),
                RealServer.properCheck(null));
        String sha256 = phone.files().keep(PHOTO);
        phone.save(
                draft.withAttachment(new AttachmentRef(sha256, "image/jpeg", PHOTO.length, AttachmentRef.Role.PHOTO)));
        return draft.id();
    }

    private static UUID finished(OpenProfile profile, UUID id) throws Exception {
        Phone phone = profile.phone();
        Draft draft = phone.store().drafts().find(id).orElseThrow();
        Draft whole = draft.withPayload(Json.tree(RealServer.properCheck(NOTE)));
        assertThat(phone.propose(whole)).containsInstanceOf(TieAnswer.Tied.class);
        SealOutcome outcome = phone.seal(whole);
        assertThat(outcome).isInstanceOf(SealOutcome.Sealed.class);
        return id;
    }

    private static void sentThroughAll(Phone phone, BadLine line) {
        for (int i = 0; i < 12; i++) {
            SyncReport report = phone.engine().syncOnce();
            if (report.isWhole() && line.isGood() && phone.store().uploads().size() == 0) {
                return;
            }
        }
        throw new AssertionError("never whole");
    }

    private static AppServices restarted() {
        return app().restart();
    }

    private static void nothingIsReadableOnDisk() throws Exception {
        List<byte[]> secrets = Stream.of(RealServer.BORROWER, RealServer.HEAD, NOTE, RealServer.LOAN, "50000000")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int files = 0;
        try (Stream<Path> all = Files.walk(app().getDataDir().toPath())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                for (byte[] secret : secrets) {
                    assertThat(indexOf(content, secret))
                            .as(file + " " + new String(secret, StandardCharsets.UTF_8))
                            .isNegative();
                }
                assertThat(indexOf(content, java.util.Arrays.copyOf(PHOTO, 64)))
                        .as(file.toString())
                        .isNegative();
                files++;
            }
        }
        assertThat(files).as("database, journal, key and photo").isGreaterThan(3);
    }

    private static int indexOf(byte[] content, byte[] sought) {
        outer:
        for (int i = 0; i + sought.length <= content.length; i++) {
            for (int j = 0; j < sought.length; j++) {
                if (content[i + j] != sought[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static byte[] photo() {
        byte[] photo = new byte[40_000];
        new Random(4).nextBytes(photo);
        photo[0] = (byte) 0xFF;
        photo[1] = (byte) 0xD8;
        photo[2] = (byte) 0xFF;
        photo[3] = (byte) 0xE0;
        return photo;
    }

    private static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }
}
