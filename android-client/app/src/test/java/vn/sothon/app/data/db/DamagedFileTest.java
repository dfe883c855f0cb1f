package vn.sothon.app.data.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import java.io.File;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.app.TestApp;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Draft;
import vn.sothon.client.task.PulledRow;

/** A cheap card in a hot pocket. */
@RunWith(RobolectricTestRunner.class)
public class DamagedFileTest {
    private static final int PAGE = 4096;

    private final TestApp app = (TestApp) RuntimeEnvironment.getApplication();

    @Test
    public void file_whenAPartOfItIsDamaged_isKeptAsideAndTheDraftsAreSaved() throws Exception {
        String id = withADraft();
        long page = rootPage(id, "pulled");
        overwrite(id, (page - 1) * PAGE, PAGE);

        OpenProfile before = app.services().profile(id);
        assertThatThrownBy(() -> before.phone().store().rows().all("loan")).isInstanceOf(RuntimeException.class);
        assertThat(DamageKept.aside(app, name(id))).exists();

        OpenProfile after = app.restart().profile(id);
        assertThat(after.phone().store().drafts().all()).hasSize(1);
        assertThat(after.phone().store().rows().all("loan")).isEmpty();
        assertThat(after.phone().store().rows().cursor()).isNull();
        assertThat(after.salvaged().orElseThrow().unreadable()).isEmpty();
        assertThat(after.salvaged().orElseThrow().rows()).containsEntry("draft", 1);
        assertThat(new File(DamageKept.aside(app, name(id)) + ".kept")).exists();

        assertThat(app.restart().profile(id).salvaged()).isEmpty();
    }

    @Test
    public void file_whenNothingOfItCanBeRead_isKeptAsideAndThePhoneGoesOn() throws Exception {
        String id = withADraft();
        overwrite(id, 0, 200);

        OpenProfile profile = app.services().profile(id);
        assertThat(profile.salvaged().orElseThrow().unreadable()).contains("draft", "record");
        Draft draft = ChecksMother.aCheck(UUID.randomUUID());
        profile.phone().save(draft);
        assertThat(profile.phone().store().drafts().all()).hasSize(1);
        assertThat(app.services().log().text()).contains("damaged database");
    }

    private String withADraft() throws Exception {
        OpenProfile profile = app.services().newProfile();
        profile.phone().save(ChecksMother.aCheck(UUID.randomUUID()));
        profile.phone().store().rows().apply(List.of(new PulledRow("loan", "1", 1, "{}")), List.of(), "cursor");
        profile.close();
        app.services().close();
        return profile.id();
    }

    private long rootPage(String id, String table) {
        try (SQLiteDatabase file =
                        SQLiteDatabase.openDatabase(path(id).getPath(), null, SQLiteDatabase.OPEN_READWRITE);
                Cursor root =
                        file.rawQuery("SELECT rootpage FROM sqlite_master WHERE name = ?", new String[] {table})) {
            root.moveToFirst();
            return root.getLong(0);
        }
    }

    private void overwrite(String id, long from, int bytes) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(path(id), "rw")) {
            file.seek(from);
            byte[] noise = new byte[bytes];
            java.util.Arrays.fill(noise, (byte) 0x5A);
            file.write(noise);
        }
    }

    private File path(String id) {
        return app.getDatabasePath(name(id));
    }

    private static String name(String id) {
        return "profile-" + id + ".db";
    }
}
