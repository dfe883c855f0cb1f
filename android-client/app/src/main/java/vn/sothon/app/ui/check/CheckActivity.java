package vn.sothon.app.ui.check;

import android.Manifest;
import android.os.Bundle;
import android.view.ViewGroup;
import android.widget.ScrollView;
import android.widget.TextView;
import android.widget.Toast;
import androidx.activity.OnBackPressedCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.Draft;

/** A loan-use check. Asked for by {@link Destination#LOAN}, {@link Destination#NUMBER} or {@link Destination#DRAFT}. */
public final class CheckActivity extends Screen implements CheckFlow.Listener {
    private static final String STEP = "step";

    private @Nullable OpenProfile profile;
    private @Nullable CheckFlow flow;
    private @Nullable Shots shots;
    private @Nullable CheckStep shown;
    private ActivityResultLauncher<String[]> mayLocate;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        mayLocate = registerForActivityResult(
                new ActivityResultContracts.RequestMultiplePermissions(), answers -> locate());
        OpenProfile open = Doorway.enter(this);
        if (open == null) {
            return;
        }
        profile = open;
        open.lock().formOpened();
        Optional<Draft> draft = draft(open);
        if (!draft.isPresent()) {
            Toast.makeText(this, R.string.check_gone, Toast.LENGTH_LONG).show();
            finish();
            return;
        }
        begin(open, draft.get(), step(saved));
    }

    private void begin(OpenProfile open, Draft draft, @Nullable CheckStep at) {
        setContentView(R.layout.check);
        AppServices services = SothonApp.services(this);
        CheckFlow begun = new CheckFlow(
                open.phone(), draft, at, services.background(), ContextCompat.getMainExecutor(this), this);
        flow = begun;
        shots = new Shots(this, begun, open.photos(), services);
        findViewById(R.id.check_back).setOnClickListener(v -> back());
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                back();
            }
        });
        begun.show();
        shots.takeInWhatWasLeft();
        mayLocate.launch(
                new String[] {Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION});
    }

    private @Nullable CheckStep step(@Nullable Bundle saved) {
        String step = saved == null ? null : saved.getString(STEP);
        if (step != null) {
            return CheckStep.valueOf(step);
        }
        String field = getIntent().getStringExtra(Destination.FIELD);
        return field == null ? null : CheckStep.ofField(field);
    }

    private Optional<Draft> draft(OpenProfile open) {
        CheckBegin begin = new CheckBegin(open.phone());
        String draft = getIntent().getStringExtra(Destination.DRAFT);
        if (draft != null) {
            return open.phone().store().drafts().find(UUID.fromString(draft));
        }
        String number = getIntent().getStringExtra(Destination.NUMBER);
        if (number != null) {
            return begin.ofNumber(number);
        }
        String loan = getIntent().getStringExtra(Destination.LOAN);
        return loan == null ? Optional.empty() : begin.ofLoan(UUID.fromString(loan));
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        CheckFlow known = flow;
        if (known != null) {
            state.putString(STEP, known.step().name());
        }
    }

    @Override
    protected void onDestroy() {
        OpenProfile open = profile;
        if (open != null) {
            open.lock().formClosed();
        }
        super.onDestroy();
    }

    @Override
    public void render(CheckState state) {
        CheckFlow known = flow;
        Shots camera = shots;
        if (known == null) {
            return;
        }
        this.<TextView>findViewById(R.id.check_who).setText(who(state.form()));
        this.<TextView>findViewById(R.id.check_where)
                .setText(getString(R.string.check_where, state.number(), state.of()));
        ViewGroup column = findViewById(R.id.check_page);
        new CheckPages(this, column, findViewById(R.id.check_next), known, camera).draw(state);
        if (shown != state.step()) {
            shown = state.step();
            this.<ScrollView>findViewById(R.id.check_scroll).scrollTo(0, 0);
        }
    }

    @Override
    public void sealed() {
        SothonApp.services(this).schedule().soon();
        setContentView(R.layout.check_done);
        findViewById(R.id.done_next).setOnClickListener(v -> Doorway.leaveFor(this, Destination.TODAY));
        findViewById(R.id.done_records).setOnClickListener(v -> Doorway.leaveFor(this, Destination.RECORDS));
        flow = null;
    }

    private void back() {
        CheckFlow known = flow;
        if (known == null || !known.back()) {
            finish(); // everything is saved
        }
    }

    private void locate() {
        SothonApp.services(this).whereabouts().ask(position -> {
            CheckFlow known = flow;
            if (known != null) {
                known.found(position);
            }
        });
    }

    private static CharSequence who(CheckForm form) {
        String name = form.borrower();
        String number = form.draft().about().loanNumber();
        return name != null ? name : number == null ? "" : number;
    }
}
