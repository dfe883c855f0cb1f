package vn.sothon.app.ui.today;

import android.os.Bundle;
import androidx.appcompat.app.AppCompatActivity;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;

/** The first screen. */
public final class TodayActivity extends AppCompatActivity {
    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.today);
    }
}
