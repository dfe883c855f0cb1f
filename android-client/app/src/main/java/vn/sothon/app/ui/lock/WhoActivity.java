package vn.sothon.app.ui.lock;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.AppServices.Who;
import vn.sothon.app.wiring.OpenProfile;

/** Several people, one phone: who is it? It shows names of people in office and nothing of what they keep. */
public final class WhoActivity extends Screen {
    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        this.<TextView>findViewById(R.id.column_title).setText(R.string.who_title);
        findViewById(R.id.column_back).setVisibility(View.GONE);
    }

    @Override
    protected void onResume() {
        super.onResume();
        AppServices services = SothonApp.services(this);
        services.background().execute(() -> {
            List<Who> people = services.people();
            ContextCompat.getMainExecutor(this).execute(() -> render(people));
        });
    }

    private void render(List<Who> people) {
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        for (Who who : people) {
            page.choice(who.name(), false, () -> chosen(who));
        }
        page.text(getText(R.string.who_text));
        page.choice(
                getText(R.string.who_add),
                false,
                () -> startActivity(Destination.ENROL.intent(this).putExtra(Destination.ANOTHER, true)));
    }

    private void chosen(Who who) {
        AppServices services = SothonApp.services(this);
        try {
            OpenProfile profile = services.use(who.profile());
            Doorway.leaveFor(this, profile.pin().isSet() ? Destination.UNLOCK : Destination.ENROL);
        } catch (IOException e) {
            services.log().note(e);
        }
    }
}
