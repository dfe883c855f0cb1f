package vn.sothon.app.ui.home;

import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.home.AssociationDay;
import vn.sothon.client.home.CommuneDay;

/** The first screen of whoever has more to see to than an own village or group. */
public final class HomeActivity extends Screen {
    private @Nullable OpenProfile profile;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        findViewById(R.id.column_back).setVisibility(View.GONE);
    }

    @Override
    protected void onResume() {
        super.onResume();
        profile = Doorway.enter(this);
        read();
    }

    @Override
    protected void syncEnded() {
        read();
    }

    private void read() {
        OpenProfile open = profile;
        if (open != null) {
            SothonApp.services(this).background().execute(() -> {
                HomeState state = HomeState.read(open);
                ContextCompat.getMainExecutor(this).execute(() -> render(open, state));
            });
        }
    }

    private void render(OpenProfile open, HomeState state) {
        if (state.mustChoose()) {
            Doorway.leaveFor(this, Destination.ROLE);
            return;
        }
        TextView title = findViewById(R.id.column_title);
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        HomePages pages = new HomePages(this, page, state);
        CommuneDay commune = state.commune();
        AssociationDay association = state.association();
        if (commune != null) {
            title.setText(R.string.home_commune);
            pages.commune(commune);
        } else if (association != null) {
            title.setText(R.string.home_association);
            pages.association(association, sheet -> handed(open, sheet));
        } else if (state.misuse() != null) {
            title.setText(R.string.home_credit);
            pages.credit(state.misuse());
        } else {
            Doorway.leaveFor(this, Destination.TODAY);
            return;
        }
        ways(page, state);
    }

    /** Where else one can go from here. */
    private void ways(Page page, HomeState state) {
        page.choice(getText(R.string.home_loans), false, () -> go(list()));
        page.choice(
                state.unsent() == 0 ? getText(R.string.home_records) : getString(R.string.today_unsent, state.unsent()),
                false,
                () -> go(Destination.RECORDS.intent(this)));
        page.choice(getText(R.string.today_minutes), false, () -> go(Destination.MINUTES.intent(this)));
        page.choice(getText(R.string.home_call), false, () -> go(Destination.CALL.intent(this)));
        if (state.several() && state.role() != null) {
            page.choice(
                    getString(R.string.role_now, getString(RoleWords.of(state.role()))),
                    false,
                    () -> go(Destination.ROLE.intent(this)));
        }
        page.choice(getText(R.string.settings_title), false, () -> go(Destination.SETTINGS.intent(this)));
    }

    private void handed(OpenProfile open, UUID sheet) {
        SothonApp.services(this).background().execute(() -> {
            open.handedSheets().handed(sheet);
            ContextCompat.getMainExecutor(this).execute(this::read);
        });
    }

    Intent list() {
        return Destination.TODAY.intent(this).putExtra(Destination.LIST, true);
    }

    void go(Intent to) {
        startActivity(to);
    }
}
