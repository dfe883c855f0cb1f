package vn.sothon.app.ui.form;

import android.Manifest;
import android.os.Bundle;
import android.widget.ScrollView;
import android.widget.TextView;
import android.widget.Toast;
import androidx.activity.OnBackPressedCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import com.google.android.material.button.MaterialButton;
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
import vn.sothon.model.sync.Push.Problem;

/** A form, one question a page. The lock does not fall while it is open. */
public abstract class FormScreen<F, S> extends Screen implements FormFlow.Listener<F, S> {
    private @Nullable OpenProfile profile;
    private @Nullable FormFlow<F, S> flow;
    private @Nullable Drawings drawings;
    private @Nullable S shown;
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
        opened(open);
    }

    /** Begins with the draft that the intent asks for. */
    protected void opened(OpenProfile open) {
        Optional<Draft> draft = draft(open);
        if (draft.isPresent()) {
            begin(open, draft.get());
        } else {
            Toast.makeText(this, gone(), Toast.LENGTH_LONG).show();
            finish();
        }
    }

    /** The draft with the id the intent names. */
    protected final Optional<Draft> named(OpenProfile open) {
        String draft = getIntent().getStringExtra(Destination.DRAFT);
        return draft == null ? Optional.empty() : open.phone().store().drafts().find(UUID.fromString(draft));
    }

    protected abstract Optional<Draft> draft(OpenProfile open);

    /** What to say when there is nothing to write about any more. */
    protected abstract int gone();

    protected abstract Questions<F, S> questions(OpenProfile open);

    /** The line over the question: whose form it is. */
    protected abstract CharSequence who(F form);

    protected abstract void draw(FormState<F, S> state, FormParts<F, S> parts);

    /** Once the flow is there and before its first page shows. */
    protected void begun(OpenProfile open, FormFlow<F, S> begun) {}

    /** What the first button says when the form is finished. */
    protected int nextWork() {
        return R.string.done_today;
    }

    protected final void begin(OpenProfile open, Draft draft) {
        setContentView(R.layout.check);
        AppServices services = SothonApp.services(this);
        drawings = new Drawings(this, open.photos(), services);
        FormFlow<F, S> begun = new FormFlow<>(
                open.phone(),
                questions(open),
                draft,
                new FormFlow.Threads(services.background(), ContextCompat.getMainExecutor(this)),
                this);
        flow = begun;
        findViewById(R.id.check_back).setOnClickListener(v -> back());
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                back();
            }
        });
        begun(open, begun);
        Problem refused = refused();
        if (refused == null) {
            begun.show();
        } else {
            begun.showProblem(refused);
        }
        mayLocate.launch(
                new String[] {Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION});
    }

    /** What the commune sent the record back for; told once. */
    private @Nullable Problem refused() {
        String field = getIntent().getStringExtra(Destination.FIELD);
        String code = getIntent().getStringExtra(Destination.CODE);
        getIntent().removeExtra(Destination.FIELD);
        return field == null ? null : new Problem(field, code == null ? "" : code);
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
    public final void render(FormState<F, S> state) {
        FormFlow<F, S> known = flow;
        Drawings pens = drawings;
        if (known == null || pens == null) {
            return;
        }
        this.<TextView>findViewById(R.id.check_who).setText(who(state.form()));
        this.<TextView>findViewById(R.id.check_where)
                .setText(state.number() == 0 ? "" : getString(R.string.check_where, state.number(), state.of()));
        MaterialButton next = findViewById(R.id.check_next);
        draw(state, new FormParts<>(this, findViewById(R.id.check_page), next, known, pens));
        if (state.busy()) {
            next.setEnabled(false);
        }
        if (!state.page().equals(shown)) {
            shown = state.page();
            this.<ScrollView>findViewById(R.id.check_scroll).scrollTo(0, 0);
        }
    }

    @Override
    public final void sealed() {
        SothonApp.services(this).schedule().soon();
        setContentView(R.layout.check_done);
        this.<TextView>findViewById(R.id.done_next).setText(nextWork());
        findViewById(R.id.done_next).setOnClickListener(v -> Doorway.leaveFor(this, Destination.TODAY));
        findViewById(R.id.done_records).setOnClickListener(v -> Doorway.leaveFor(this, Destination.RECORDS));
        flow = null;
    }

    private void back() {
        FormFlow<F, S> known = flow;
        if (known == null || !known.back()) {
            finish(); // everything is saved
        }
    }

    private void locate() {
        SothonApp.services(this).whereabouts().ask(position -> {
            FormFlow<F, S> known = flow;
            if (known != null) {
                known.found(position);
            }
        });
    }
}
