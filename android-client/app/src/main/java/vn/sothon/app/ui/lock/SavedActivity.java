package vn.sothon.app.ui.lock;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.data.db.SalvageNews;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;

/** Tells that a damaged file was set aside and what was saved out of it, until the person has said that it was read. */
public final class SavedActivity extends Screen implements Doorway.Tells {
    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        this.<TextView>findViewById(R.id.column_title).setText(R.string.saved_title);
        findViewById(R.id.column_back).setVisibility(View.GONE);
    }

    @Override
    protected void onResume() {
        super.onResume();
        OpenProfile profile = Doorway.enter(this);
        if (profile != null) {
            Optional<SalvageNews.Told> news = profile.news().untold();
            if (news.isPresent()) {
                render(profile, news.get());
            } else {
                Doorway.leaveFor(this, Destination.TODAY);
            }
        }
    }

    private void render(OpenProfile profile, SalvageNews.Told told) {
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        page.text(getString(R.string.saved_text, told.records(), told.unsent(), told.drafts()));
        page.text(getText(told.partly() ? R.string.saved_partly : R.string.saved_all));
        page.choice(getText(R.string.saved_known), false, () -> {
            profile.news().told();
            Doorway.leaveFor(this, Destination.TODAY);
        });
    }
}
