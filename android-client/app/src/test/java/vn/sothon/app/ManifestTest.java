package vn.sothon.app;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.view.WindowManager;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.sothon.app.platform.ScreensKeptPrivate;

/** What the finished manifest asks for, the libraries' wishes included. */
@RunWith(RobolectricTestRunner.class)
public class ManifestTest {
    private static final String ANDROID = "http://schemas.android.com/apk/res/android";
    private static final List<String> PERMISSIONS = List.of(
            "android.permission.ACCESS_COARSE_LOCATION",
            "android.permission.ACCESS_FINE_LOCATION",
            "android.permission.ACCESS_NETWORK_STATE",
            "android.permission.CAMERA",
            "android.permission.FOREGROUND_SERVICE",
            "android.permission.INTERNET",
            "android.permission.POST_NOTIFICATIONS",
            "android.permission.RECEIVE_BOOT_COMPLETED",
            "android.permission.USE_BIOMETRIC",
            "android.permission.USE_FINGERPRINT",
            "android.permission.WAKE_LOCK",
            "com.google.android.c2dm.permission.RECEIVE",
            "vn.sothon.app.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION");

    @Test
    public void permissions_whenAllManifestsAreMerged_areTheseAndEachHasItsReasonInThePapers() throws Exception {
        assertThat(all("uses-permission")).containsExactlyElementsOf(PERMISSIONS);
        String papers = Files.readString(new File("../../docs/app.md").toPath());
        for (String permission : PERMISSIONS) {
            assertThat(papers).contains("`" + permission.substring(permission.lastIndexOf('.') + 1) + "`");
        }
    }

    @Test
    public void application_whenInstalled_isNeitherBackedUpNorOpenToOthers() throws Exception {
        PackageInfo app = RuntimeEnvironment.getApplication()
                .getPackageManager()
                .getPackageInfo("vn.sothon.app", PackageManager.GET_PERMISSIONS);
        assertThat(app.applicationInfo.flags & ApplicationInfo.FLAG_ALLOW_BACKUP)
                .isZero();
        assertThat(app.applicationInfo.targetSdkVersion).isEqualTo(36);
        assertThat(app.applicationInfo.minSdkVersion).isEqualTo(26);
        assertThat(exported())
                .containsExactly(
                        // Opens the app; WorkManager's and Firebase's ask their caller for a system permission.
                        "androidx.profileinstaller.ProfileInstallReceiver",
                        "androidx.work.impl.background.systemjob.SystemJobService",
                        "androidx.work.impl.diagnostics.DiagnosticsReceiver",
                        "com.google.firebase.iid.FirebaseInstanceIdReceiver",
                        "vn.sothon.app.ui.today.TodayActivity");
    }

    @Test
    public void screens_whenNoDeveloperAsks_areKeptOutOfPictures() {
        Activity activity = Robolectric.buildActivity(Activity.class).get();
        new ScreensKeptPrivate(true).onActivityCreated(activity, null);
        assertThat(flags(activity) & WindowManager.LayoutParams.FLAG_SECURE).isZero();
        new ScreensKeptPrivate(false).onActivityCreated(activity, null);
        assertThat(flags(activity) & WindowManager.LayoutParams.FLAG_SECURE).isNotZero();
    }

    private static int flags(Activity activity) {
        return activity.getWindow().getAttributes().flags;
    }

    private static TreeSet<String> all(String tag) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        NodeList nodes = merged().getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            names.add(((Element) nodes.item(i)).getAttributeNS(ANDROID, "name"));
        }
        return names;
    }

    private static TreeSet<String> exported() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (String tag : List.of("activity", "service", "receiver", "provider", "activity-alias")) {
            NodeList nodes = merged().getElementsByTagName(tag);
            for (int i = 0; i < nodes.getLength(); i++) {
                Element element = (Element) nodes.item(i);
                if ("true".equals(element.getAttributeNS(ANDROID, "exported"))) {
                    names.add(element.getAttributeNS(ANDROID, "name"));
                }
            }
        }
        return names;
    }

    private static Document merged() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new File("target/android/AndroidManifest.xml"));
    }
}
