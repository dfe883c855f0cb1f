package vn.sothon.app.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.app.ui.Screens;

@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = "vi-rVN-w411dp-h914dp-xhdpi")
public class TodayScreenTest {
    @Test
    public void screen_whenOpenedFirst_isDrawnInVietnamese() throws Exception {
        try (ActivityController<TodayActivity> today = Robolectric.buildActivity(TodayActivity.class)) {
            assertThat(Screens.draw(today.setup().get(), "today-light").length())
                    .isGreaterThan(5_000);
        }
        RuntimeEnvironment.setQualifiers("+night");
        try (ActivityController<TodayActivity> today = Robolectric.buildActivity(TodayActivity.class)) {
            assertThat(Screens.draw(today.setup().get(), "today-dark").length()).isGreaterThan(5_000);
        }
    }
}
