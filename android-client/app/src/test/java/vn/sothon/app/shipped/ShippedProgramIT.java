package vn.sothon.app.shipped;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import android.graphics.Bitmap;
import android.widget.TextView;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.R;
import vn.sothon.app.TestApp;
import vn.sothon.app.journey.BadLine;
import vn.sothon.app.journey.BadLine.Fate;
import vn.sothon.app.journey.RealServer;
import vn.sothon.app.ui.today.TodayActivity;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;

/**
 * The dex of the finished APK, turned back into classes, enrols with a real server, checks a loan and sends it. Whatever
 * the shrinker took away too much of, or Android's records and enums do differently, breaks here.
 */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w411dp-h914dp-xhdpi")
public class ShippedProgramIT {
    @Test
    public void program_whenShrunk_enrolsChecksAndSends() throws Exception {
        // Not a class that javac made: D8 gives records another parent.
        assertNotEquals("java.lang.Record", Views.Loan.class.getSuperclass().getName());
        try (RealServer server = RealServer.start();
                BadLine line = new BadLine(server.address(), Fate.GOOD)) {
            TestApp app = (TestApp) RuntimeEnvironment.getApplication();
            OpenProfile profile = app.services().newProfile();
            EnrolOutcome outcome = app.services()
                    .enrol(
                            profile,
                            new Enroller.Invitation(line.address(), server.code(RealServer.HEAD), null, null),
                            new Enroller.Device("test", "JVM", "8", "0.1.0"));
            assertTrue(outcome.toString(), outcome instanceof EnrolOutcome.Enrolled);
            assertTrue(app.services().syncAll());

            profile.pin().set("270945");
            UUID record = sealed(profile);
            app.restart();
            OpenProfile again = app.services().current().orElseThrow();
            line.then(Fate.REPLY_LOST, Fate.CUT_ON_THE_WAY);
            boolean whole = false;
            for (int i = 0; i < 12 && !whole; i++) {
                whole = app.services().syncAll()
                        && line.isGood()
                        && again.phone().store().uploads().size() == 0;
            }
            assertTrue("all was sent", whole);
            BookedRecord received = again.phone().store().book().find(record).orElseThrow();
            assertEquals(RecordState.RECEIVED, received.state());
            assertFalse(received.answer().tie().taskTitle().isEmpty());
            assertEquals(0, received.missing());
            assertTrue(app.services().log().text().contains("sync sent="));
        }
    }

    @Test
    public void screen_whenShrunk_opens() {
        TodayActivity today =
                Robolectric.buildActivity(TodayActivity.class).setup().get();
        assertEquals(
                "Hôm nay",
                ((TextView) today.findViewById(R.id.today_title)).getText().toString());
    }

    private static UUID sealed(OpenProfile profile) throws Exception {
        Phone phone = profile.phone();
        Views.Loan loan = phone.workList().loan(RealServer.LOAN).orElseThrow();
        Draft draft = Draft.of(
                phone.newId(),
                RecordKind.LOAN_USE_CHECK,
                phone.workPlaces().acting(null, loan.groupCode(), phone.newId()).orElseThrow(),
                new Draft.About(
                        loan.groupCode(), loan.id(), null, phone.workList().seen(loan)),
                RealServer.properCheck("Bò khỏe"));
        Bitmap picture = Bitmap.createBitmap(1800, 900, Bitmap.Config.ARGB_8888);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        picture.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
        SealOutcome outcome = phone.seal(draft.withAttachment(profile.photos().keep(jpeg.toByteArray())));
        assertTrue(outcome.toString(), outcome instanceof SealOutcome.Sealed);
        return draft.id();
    }
}
