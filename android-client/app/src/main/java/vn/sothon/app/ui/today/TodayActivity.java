package vn.sothon.app.ui.today;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.MoneyWords;

/** The first screen of a day: what is owed, late first. */
public final class TodayActivity extends Screen {
    private static final Pattern LOAN_NUMBER = Pattern.compile("[0-9]{16}");

    private @Nullable OpenProfile profile;
    private @Nullable TodayModel model;
    private @Nullable String group;
    private @Nullable String village;
    private LoanCards cards;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.today);
        group = getIntent().getStringExtra(Destination.GROUP);
        village = getIntent().getStringExtra(Destination.VILLAGE);
        cards = new LoanCards(
                MoneyWords.in(getResources().getConfiguration().getLocales().get(0)),
                SothonApp.services(this).background(),
                card -> startActivity(Destination.CHECK
                        .intent(this)
                        .putExtra(Destination.LOAN, card.loan().id().toString())));
        RecyclerView loans = findViewById(R.id.today_loans);
        loans.setLayoutManager(new LinearLayoutManager(this));
        loans.setAdapter(cards);
        findViewById(R.id.today_unsent).setOnClickListener(v -> startActivity(Destination.RECORDS.intent(this)));
        findViewById(R.id.today_alerts).setOnClickListener(v -> startActivity(Destination.ALERTS.intent(this)));
        findViewById(R.id.today_call).setOnClickListener(v -> startActivity(Destination.CALL.intent(this)));
        findViewById(R.id.today_role).setOnClickListener(v -> startActivity(Destination.ROLE.intent(this)));
        findViewById(R.id.today_village).setOnClickListener(v -> {
            village = null;
            show();
        });
        findViewById(R.id.today_minutes).setOnClickListener(v -> startActivity(Destination.MINUTES.intent(this)));
        findViewById(R.id.today_settings).setOnClickListener(v -> startActivity(Destination.SETTINGS.intent(this)));
        findViewById(R.id.today_add)
                .setOnClickListener(
                        v -> startActivity(Destination.CHECK.intent(this).putExtra(Destination.NUMBER, sought())));
        this.<TextView>findViewById(R.id.today_search).addTextChangedListener(new Typing(text -> show()));
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
                TodayModel read = TodayModel.read(open.phone());
                ContextCompat.getMainExecutor(this).execute(() -> {
                    Destination home = read.home();
                    if (home != Destination.TODAY && !getIntent().hasExtra(Destination.LIST)) {
                        Doorway.leaveFor(this, home);
                    } else {
                        model = read;
                        show();
                    }
                });
            });
        }
    }

    private void show() {
        TodayModel read = model;
        if (read != null) {
            render(read.show(sought(), group, village));
        }
    }

    private String sought() {
        TextView search = findViewById(R.id.today_search);
        return search.getText().toString().trim();
    }

    private void render(TodayState state) {
        boolean nothing = state.late() + state.soon() + state.later() == 0;
        this.<TextView>findViewById(R.id.today_counts)
                .setText(
                        nothing
                                ? getString(R.string.today_counts_none)
                                : getString(R.string.today_counts, state.late(), state.soon(), state.later()));
        this.<TextView>findViewById(R.id.today_unsent)
                .setText(
                        state.unsent() == 0
                                ? getString(R.string.today_all_sent)
                                : getString(R.string.today_unsent, state.unsent()));
        TextView alerts = findViewById(R.id.today_alerts);
        alerts.setVisibility(state.alerts() > 0 ? View.VISIBLE : View.GONE);
        alerts.setText(getString(R.string.today_alerts, state.alerts()));
        TextView role = findViewById(R.id.today_role);
        ActingRole several = state.roleToChange();
        role.setVisibility(several == null ? View.GONE : View.VISIBLE);
        if (several != null) {
            role.setText(getString(R.string.role_now, getString(RoleWords.of(several))));
        }
        TextView only = findViewById(R.id.today_village);
        only.setVisibility(state.villageName() == null ? View.GONE : View.VISIBLE);
        only.setText(getString(R.string.today_village, state.villageName()));
        TextView none = findViewById(R.id.today_nothing);
        findViewById(R.id.today_nobody).setVisibility(state.found().isEmpty() ? View.VISIBLE : View.GONE);
        findViewById(R.id.today_loans).setVisibility(state.found().isEmpty() ? View.GONE : View.VISIBLE);
        none.setText(state.empty() ? R.string.today_empty : R.string.today_nothing);
        findViewById(R.id.today_add)
                .setVisibility(
                        state.found().isEmpty() && LOAN_NUMBER.matcher(sought()).matches() ? View.VISIBLE : View.GONE);
        groups(state.groups());
        cards.submitList(state.found());
    }

    private void groups(List<Views.Group> groups) {
        ChipGroup chips = findViewById(R.id.today_groups);
        chips.setVisibility(groups.size() > 1 ? View.VISIBLE : View.GONE);
        if (chips.getChildCount() != groups.size() + 1) {
            chips.removeAllViews();
            chips.addView(chip(getString(R.string.today_all_groups), null));
            for (Views.Group each : groups) {
                chips.addView(chip(each.name(), each.code()));
            }
        }
    }

    private Chip chip(String name, @Nullable String code) {
        Chip chip = new Chip(this, null, com.google.android.material.R.attr.chipStyle);
        chip.setText(name);
        chip.setTextSize(18);
        chip.setCheckable(true);
        chip.setEnsureMinTouchTargetSize(true);
        chip.setChecked(code == null ? group == null : code.equals(group));
        chip.setOnClickListener(v -> {
            group = code;
            show();
        });
        return chip;
    }
}
