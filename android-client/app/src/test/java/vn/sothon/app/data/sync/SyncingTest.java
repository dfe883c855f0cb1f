package vn.sothon.app.data.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.app.NotificationManager;
import androidx.work.Configuration;
import androidx.work.ListenableWorker;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.SynchronousExecutor;
import androidx.work.testing.TestWorkerBuilder;
import androidx.work.testing.WorkManagerTestInitHelper;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import vn.sothon.app.TestApp;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.model.sync.Pull;

@RunWith(RobolectricTestRunner.class)
public class SyncingTest {
    private static final UUID SERVER = UUID.randomUUID();
    private static final String TRAILER =
            "\"serverId\":\"" + SERVER + "\",\"epoch\":1,\"serverTime\":\"2026-02-05T01:00:00.000Z\"";

    private final MockWebServer server = new MockWebServer();
    private final TestApp app = (TestApp) RuntimeEnvironment.getApplication();

    @Before
    public void start() throws Exception {
        WorkManagerTestInitHelper.initializeTestWorkManager(
                app,
                new Configuration.Builder()
                        .setExecutor(new SynchronousExecutor())
                        .build());
        server.start();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void sync_whenTheServerIsGone_isWrittenDownAsFailedAndTriedAgain() throws Exception {
        OpenProfile profile = enrolled();
        server.close();
        assertThat(work()).isEqualTo(ListenableWorker.Result.retry());
        LastSync last = profile.diary().last().orElseThrow();
        assertThat(last.end()).isEqualTo(LastSync.End.UNREACHABLE);
        assertThat(last.wholeAt()).isNull();
        assertThat(app.services().log().text()).contains("trouble=UNREACHABLE").doesNotContain("Trưởng");
    }

    @Test
    public void sync_whenTheProcessIsKilledInItsMiddle_readsAsBrokenOff() throws Exception {
        OpenProfile profile = enrolled();
        profile.diary().begins();
        app.restart();
        assertThat(app.services()
                        .profile(profile.id())
                        .diary()
                        .last()
                        .orElseThrow()
                        .end())
                .isEqualTo(LastSync.End.BROKEN_OFF);
    }

    @Test
    public void sync_whenWhole_saysWhen() throws Exception {
        OpenProfile profile = enrolled();
        server.enqueue(json("\"changes\":[],\"removed\":[],\"nextCursor\":\"c\",\"more\":false"));
        server.enqueue(json("\"buckets\":[]"));
        assertThat(work()).isEqualTo(ListenableWorker.Result.success());
        assertThat(profile.diary().last().orElseThrow().wholeAt()).isNotNull();
    }

    @Test
    public void sync_whenAPortalAnswers_marksNothingAndComesAgain() throws Exception {
        OpenProfile profile = enrolled();
        server.enqueue(
                new MockResponse.Builder().body("<html>Wi-Fi miễn phí</html>").build());
        assertThat(work()).isEqualTo(ListenableWorker.Result.retry());
        assertThat(profile.diary().last().orElseThrow().end()).isEqualTo(LastSync.End.NOT_OUR_SERVER);
    }

    @Test
    public void sync_whenTheDeviceIsRevoked_wipesWhatWasPulledAndAsksNoMore() throws Exception {
        OpenProfile profile = enrolled();
        UUID device = profile.session().orElseThrow().deviceId();
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .addHeader("Content-Type", "application/problem+json")
                .body("{\"code\":\"DEVICE_REVOKED\",\"deviceId\":\"" + device + "\"," + TRAILER + "}")
                .build());
        assertThat(work()).isEqualTo(ListenableWorker.Result.retry());
        assertThat(profile.session().orElseThrow().revoked()).isTrue();
        int asked = server.getRequestCount();
        assertThat(work()).isEqualTo(ListenableWorker.Result.success());
        assertThat(server.getRequestCount()).isEqualTo(asked);
    }

    @Test
    public void alert_whenPulledTwice_isOneNoticeWithNothingInIt() throws Exception {
        Shadows.shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS);
        enrolled();
        UUID alert = UUID.randomUUID();
        for (int version = 1; version <= 2; version++) {
            server.enqueue(json("\"changes\":[{\"type\":\"alert\",\"id\":\"" + alert + "\",\"version\":" + version
                    + ",\"data\":{\"id\":\"" + alert + "\",\"rule\":\"MISUSE\",\"severity\":\"CRITICAL\","
                    + "\"state\":\"OPEN\",\"communeCode\":\"980001\",\"args\":{\"borrower\":\"Lò Thị Kín\"},"
                    + "\"occurrences\":1,\"level\":0,\"mayAnswer\":true,"
                    + "\"openedAt\":\"2026-02-05T01:00:00.000Z\"}}],"
                    + "\"removed\":[],\"nextCursor\":\"c" + version + "\",\"more\":false"));
            if (version == 1) {
                String sum = Long.toHexString(Pull.fingerprint("alert", alert.toString(), 1));
                server.enqueue(json("\"buckets\":[{\"type\":\"alert\",\"count\":1,\"sum\":\"" + sum + "\"}]"));
            }
            work();
        }
        NotificationManager notifications = app.getSystemService(NotificationManager.class);
        assertThat(notifications.getActiveNotifications()).hasSize(1);
        assertThat(notifications.getActiveNotifications()[0].getTag()).isEqualTo(alert.toString());
        assertThat(notifications
                        .getActiveNotifications()[0]
                        .getNotification()
                        .extras
                        .toString())
                .contains("Sổ Thôn")
                .doesNotContain("Kín");
    }

    @Test
    public void photos_whenTheLineCosts_waitForOneThatDoesNot() throws Exception {
        OpenProfile profile = enrolled();
        assertThat(profile.sync().photosMustWait()).isFalse();
        profile.settings().photosOnWifiOnly(true);
        app.metered = true;
        assertThat(profile.sync().photosMustWait()).isTrue();
        app.metered = false;
        assertThat(profile.sync().photosMustWait()).isFalse();
    }

    @Test
    public void schedule_whenAsked_waitsForALineAndKeepsOneOfAKind() throws Exception {
        app.services().schedule().soon();
        app.services().schedule().soon();
        app.services().schedule().regularly();
        WorkManager work = WorkManager.getInstance(app);
        assertThat(work.getWorkInfosForUniqueWork(SyncSchedule.SOON).get())
                .extracting(WorkInfo::getState)
                .contains(WorkInfo.State.ENQUEUED)
                .doesNotContain(WorkInfo.State.RUNNING);
        assertThat(work.getWorkInfosForUniqueWork(SyncSchedule.REGULARLY).get()).hasSize(1);
    }

    private ListenableWorker.Result work() throws Exception {
        ListenableWorker.Result[] result = new ListenableWorker.Result[1];
        Thread thread = new Thread(() -> result[0] = TestWorkerBuilder.from(app, SyncWorker.class, Runnable::run)
                .build()
                .doWork());
        thread.start();
        thread.join();
        return result[0];
    }

    private OpenProfile enrolled() throws Exception {
        server.enqueue(json("\"deviceId\":\"" + UUID.randomUUID() + "\",\"token\":\"t\",\"person\":{\"id\":\""
                + UUID.randomUUID() + "\",\"name\":\"Trưởng Thôn\"},\"grants\":[]"));
        OpenProfile profile = app.services().newProfile();
        assertThat(app.services()
                        .enrol(
                                profile,
                                new Enroller.Invitation(
                                        "http://127.0.0.1:" + server.getPort(), "abcde12345", null, null),
                                new Enroller.Device("test", "JVM", "8", "0.1.0")))
                .isInstanceOf(EnrolOutcome.Enrolled.class);
        return profile;
    }

    private static MockResponse json(String fields) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{" + fields + "," + TRAILER + "}")
                .build();
    }
}
