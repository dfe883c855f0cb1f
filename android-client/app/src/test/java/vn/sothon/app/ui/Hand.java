package vn.sothon.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.content.res.Configuration;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowLooper;
import vn.sothon.app.TestApp;
import vn.sothon.app.ui.alerts.AlertsActivity;
import vn.sothon.app.ui.check.CheckActivity;
import vn.sothon.app.ui.enrol.EnrolActivity;
import vn.sothon.app.ui.home.CallActivity;
import vn.sothon.app.ui.home.HomeActivity;
import vn.sothon.app.ui.home.RoleActivity;
import vn.sothon.app.ui.lock.SavedActivity;
import vn.sothon.app.ui.lock.UnlockActivity;
import vn.sothon.app.ui.lock.WhoActivity;
import vn.sothon.app.ui.minutes.MinutesActivity;
import vn.sothon.app.ui.paper.CopyActivity;
import vn.sothon.app.ui.records.RecordsActivity;
import vn.sothon.app.ui.settings.SettingsActivity;
import vn.sothon.app.ui.sheet.SheetActivity;
import vn.sothon.app.ui.today.TodayActivity;

/** A person's hand and eyes on the phone: finds things by what is written on them, as people do. */
public final class Hand {
    private static final Map<String, Class<? extends Activity>> SCREENS = new HashMap<>(Map.of(
            "vn.sothon.app.SHEET", SheetActivity.class,
            "vn.sothon.app.MINUTES", MinutesActivity.class,
            "vn.sothon.app.ALERTS", AlertsActivity.class,
            "vn.sothon.app.SETTINGS", SettingsActivity.class,
            "vn.sothon.app.ENROL", EnrolActivity.class,
            "vn.sothon.app.UNLOCK", UnlockActivity.class,
            "vn.sothon.app.TODAY", TodayActivity.class,
            "vn.sothon.app.CHECK", CheckActivity.class,
            "vn.sothon.app.RECORDS", RecordsActivity.class));

    static {
        SCREENS.put("vn.sothon.app.COPY", CopyActivity.class);
        SCREENS.put("vn.sothon.app.WHO", WhoActivity.class);
        SCREENS.put("vn.sothon.app.SAVED", SavedActivity.class);
        SCREENS.put("vn.sothon.app.ROLE", RoleActivity.class);
        SCREENS.put("vn.sothon.app.HOME", HomeActivity.class);
        SCREENS.put("vn.sothon.app.CALL", CallActivity.class);
    }

    private ActivityController<? extends Activity> screen;

    private Hand(ActivityController<? extends Activity> screen) {
        this.screen = screen;
    }

    /** Taps the app's icon. */
    public static Hand opensTheApp() {
        return new Hand(Robolectric.buildActivity(TodayActivity.class).setup()).settle();
    }

    /** Taps a notification. */
    public static Hand opens(Intent intent) {
        return new Hand(Robolectric.buildActivity(SCREENS.get(intent.getAction()), intent)
                        .setup())
                .settle();
    }

    /** Goes to the screen that the last tap has asked for. */
    public Hand follows() {
        Intent asked = shadowOf(screen.get()).getNextStartedActivity();
        while (asked != null && !SCREENS.containsKey(asked.getAction())) {
            asked = shadowOf(screen.get()).getNextStartedActivity(); // the system's own: permissions, the camera
        }
        assertThat(asked).as("a screen was asked for; here stands: " + words()).isNotNull();
        boolean left = screen.get().isFinishing();
        if (left) {
            screen.pause().stop().destroy();
        }
        screen =
                Robolectric.buildActivity(SCREENS.get(asked.getAction()), asked).setup();
        return settle();
    }

    public Hand taps(String words) {
        View found = find(words);
        while (!found.isClickable()) {
            found = (View) found.getParent();
        }
        assertThat(found.isEnabled()).as(words + " can be tapped").isTrue();
        found.performClick();
        return settle();
    }

    public Hand cannotTap(String words) {
        assertThat(find(words).isEnabled()).as(words + " waits for an answer").isFalse();
        return this;
    }

    public Hand tapsEach(String digits) {
        for (char digit : digits.toCharArray()) {
            taps(String.valueOf(digit));
        }
        return this;
    }

    /** Writes into the n-th field of the screen. */
    public Hand writes(int field, String text) {
        List<EditText> fields = new ArrayList<>();
        for (View view : views()) {
            if (view instanceof EditText edit) {
                fields.add(edit);
            }
        }
        fields.get(field).setText(text);
        return settle();
    }

    /** Draws a stroke over the view described so. */
    public Hand signs(String description) {
        View paper = find(description);
        for (int action : new int[] {MotionEvent.ACTION_DOWN, MotionEvent.ACTION_MOVE, MotionEvent.ACTION_UP}) {
            MotionEvent event = MotionEvent.obtain(0, 0, action, 20 + 100f * action, 30 + 40f * action, 0);
            paper.dispatchTouchEvent(event);
        }
        return settle();
    }

    public Hand goesBack() {
        ((androidx.activity.ComponentActivity) screen.get())
                .getOnBackPressedDispatcher()
                .onBackPressed();
        return settle();
    }

    public Hand sees(String words) {
        assertThat(words()).contains(words);
        return this;
    }

    public Hand seesNot(String words) {
        assertThat(words()).doesNotContain(words);
        return this;
    }

    /** Everything written on the screen. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (View view : views()) {
            if (view instanceof TextView text) {
                words.append(text.getText()).append('\n');
            }
        }
        return words.toString();
    }

    /** All visible views. */
    public List<View> views() {
        List<View> views = new ArrayList<>();
        collect(screen.get().getWindow().getDecorView(), views);
        return views;
    }

    public Bitmap picture() {
        View root = screen.get().getWindow().getDecorView();
        Bitmap picture = Bitmap.createBitmap(root.getWidth(), root.getHeight(), Bitmap.Config.ARGB_8888);
        root.draw(new Canvas(picture));
        return picture;
    }

    public Activity activity() {
        return screen.get();
    }

    /** As after the person has turned the phone, enlarged the text or switched the theme. */
    public Hand turned() {
        Configuration now = new Configuration(
                RuntimeEnvironment.getApplication().getResources().getConfiguration());
        screen.configurationChange(now);
        return settle();
    }

    public void putsThePhoneAway() {
        screen.pause().stop().destroy();
    }

    /** Until both background threads and the main one have nothing left to do. */
    public Hand settle() {
        TestApp app = (TestApp) RuntimeEnvironment.getApplication();
        for (int i = 0; i < 3; i++) {
            ShadowLooper.idleMainLooper();
            CyclicBarrier barrier = new CyclicBarrier(3);
            for (int thread = 0; thread < 2; thread++) {
                app.services().background().execute(() -> await(barrier));
            }
            await(barrier);
        }
        ShadowLooper.idleMainLooper();
        return this;
    }

    private View find(String words) {
        View begins = null;
        for (View view : views()) {
            CharSequence text = view instanceof TextView label ? label.getText() : "";
            CharSequence described = view.getContentDescription();
            if (words.contentEquals(text) || (described != null && words.contentEquals(described))) {
                return view;
            }
            if (begins == null && text.toString().contains(words)) {
                begins = view;
            }
        }
        assertThat(begins).as("'" + words + "' among: " + words()).isNotNull();
        return begins;
    }

    private static void collect(View view, List<View> into) {
        if (view.getVisibility() != View.VISIBLE) {
            return;
        }
        into.add(view);
        if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                collect(group.getChildAt(i), into);
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the background is still busy", e);
        }
    }
}
