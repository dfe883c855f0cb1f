package vn.sothon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.app.TestApp;
import vn.sothon.client.lock.PinAnswer;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Draft;

/** Two people, one phone. */
@RunWith(RobolectricTestRunner.class)
public class ProfilesTest {
    private final TestApp app = (TestApp) RuntimeEnvironment.getApplication();

    @Test
    public void profiles_whenTwoShareAPhone_seeNothingOfEachOther() throws Exception {
        OpenProfile one = app.services().newProfile();
        OpenProfile two = app.services().newProfile();
        Draft draft = ChecksMother.aCheck(UUID.randomUUID());
        one.phone().store().drafts().save(draft, Instant.EPOCH);
        one.pin().set("270945");
        two.pin().set("190354");

        assertThat(two.phone().store().drafts().all()).isEmpty();
        assertThat(two.pin().enter("270945")).isInstanceOf(PinAnswer.Wrong.class);
        assertThat(one.pin().enter("270945")).isInstanceOf(PinAnswer.Right.class);
        assertThat(two.phone().files().has(one.phone().files().keep(new byte[] {1, 2, 3})))
                .isFalse();
        assertThat(app.services().current().orElseThrow().id()).isEqualTo(two.id());
    }

    @Test
    public void profile_whenTheProcessDies_comesBackWithItsDraftAndLocked() throws Exception {
        OpenProfile profile = app.services().newProfile();
        Draft draft = ChecksMother.aCheck(UUID.randomUUID());
        profile.phone().save(draft);
        profile.lock().unlock();

        app.restart();
        OpenProfile again = app.services().current().orElseThrow();
        assertThat(again.phone().store().drafts().all()).extracting(Draft::id).containsExactly(draft.id());
        assertThat(again.lock().isLocked()).isTrue();
    }

    @Test
    public void remove_whenAPersonLeavesThePhone_takesTheWholeProfileAndNoOther() throws Exception {
        OpenProfile leaves = app.services().newProfile();
        leaves.phone().files().keep(new byte[] {1, 2, 3});
        OpenProfile stays = app.services().newProfile();
        app.services().remove(leaves.id());

        assertThat(app.services().profiles()).containsExactly(stays.id());
        assertThat(app.getDatabasePath(OpenProfile.databaseName(leaves.id()))).doesNotExist();
        assertThat(app.getDatabasePath(OpenProfile.databaseName(stays.id()))).exists();
    }

    @Test
    public void photo_whenItsFileIsMovedUnderAnotherName_doesNotOpen() throws Exception {
        OpenProfile profile = app.services().newProfile();
        String one = profile.phone().files().keep(new byte[] {1, 2, 3, 4});
        assertThat(profile.phone().files().open(one, 1).readAllBytes()).containsExactly(2, 3, 4);
        assertThat(profile.phone().files().size(one)).isEqualTo(4);

        Path folder = new File(app.getNoBackupFilesDir(), "profiles/" + profile.id() + "/photos").toPath();
        String other = "00".repeat(32);
        Files.move(folder.resolve(one), folder.resolve(other));
        assertThatThrownBy(() -> profile.phone().files().open(other, 0)).hasMessage("the photo is damaged");
    }
}
