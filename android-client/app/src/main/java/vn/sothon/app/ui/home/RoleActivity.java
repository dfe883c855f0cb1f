package vn.sothon.app.ui.home;

import android.content.Intent;
import android.os.Bundle;
import android.view.ViewGroup;
import android.widget.TextView;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.task.Offices;
import vn.sothon.model.org.ActingRole;

/** Somebody with several offices says in which one he works now. */
public final class RoleActivity extends Screen {
    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        this.<TextView>findViewById(R.id.column_title).setText(R.string.role_title);
        findViewById(R.id.column_back).setOnClickListener(v -> finish());
    }

    @Override
    protected void onResume() {
        super.onResume();
        OpenProfile profile = Doorway.enter(this);
        if (profile != null) {
            render(profile.phone().offices());
        }
    }

    private void render(Offices offices) {
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        page.text(getText(R.string.role_text));
        ActingRole now = offices.mustChoose() ? null : offices.acting().orElse(null);
        for (ActingRole role : offices.roles()) {
            page.choice(getText(RoleWords.of(role)), role == now, () -> {
                offices.choose(role);
                // The home of the other office is not to be come back to.
                startActivity(Destination.TODAY
                        .intent(this)
                        .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TASK));
                finish();
            });
        }
    }
}
