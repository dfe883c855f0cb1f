package vn.sothon.app.ui.enrol;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.core.content.ContextCompat;
import com.journeyapps.barcodescanner.ScanContract;
import com.journeyapps.barcodescanner.ScanOptions;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.enrol.EnrolState.Problem;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.ui.pin.PinPad;

/** The steps of enrolling, one page each. */
public final class EnrolActivity extends Screen implements EnrolFlow.Listener {
    private EnrolFlow flow;
    private ActivityResultLauncher<ScanOptions> scanner;
    private EnrolState.@Nullable Step shown;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        flow = new EnrolFlow(
                SothonApp.services(this),
                ContextCompat.getMainExecutor(this),
                this,
                getIntent().hasExtra(Destination.ANOTHER));
        scanner = registerForActivityResult(new ScanContract(), result -> {
            if (result.getContents() != null) {
                flow.scanned(result.getContents());
            }
        });
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                if (!flow.back()) {
                    finish();
                }
            }
        });
        flow.begin();
    }

    @Override
    public void render(EnrolState state) {
        if (shown != state.step()) {
            shown = state.step();
            open(state.step());
        }
        switch (state.step()) {
            case PIN -> pin(R.string.pin_set_title, state.problem(), R.string.pin_set_text);
            case PIN_AGAIN -> pin(R.string.pin_again_title, state.problem(), R.string.pin_again_text);
            case PULL -> {}
            case WELCOME, TYPE, NOTICE -> page(state);
        }
    }

    @Override
    public void done() {
        Doorway.leaveFor(this, Destination.TODAY);
    }

    private void open(EnrolState.Step step) {
        switch (step) {
            case WELCOME -> {
                setContentView(R.layout.enrol_welcome);
                findViewById(R.id.enrol_scan).setOnClickListener(v -> scan());
                findViewById(R.id.enrol_type).setOnClickListener(v -> flow.wantsToType());
            }
            case TYPE -> {
                setContentView(R.layout.enrol_type);
                findViewById(R.id.enrol_next)
                        .setOnClickListener(v -> flow.typed(written(R.id.enrol_server), written(R.id.enrol_code)));
            }
            case NOTICE -> {
                setContentView(R.layout.enrol_notice);
                findViewById(R.id.enrol_agree).setOnClickListener(v -> flow.agreed());
            }
            case PIN, PIN_AGAIN -> setContentView(R.layout.pin_pad);
            case PULL -> setContentView(R.layout.enrol_pull);
        }
    }

    private void pin(int title, @Nullable Problem problem, int otherwise) {
        new PinPad(findViewById(android.R.id.content), flow::pin)
                .say(title, getText(problem == null ? otherwise : sentence(problem)));
    }

    private void page(EnrolState state) {
        TextView said = findViewById(R.id.enrol_problem);
        Problem problem = state.problem();
        said.setVisibility(problem != null || state.busy() ? View.VISIBLE : View.GONE);
        if (state.busy()) {
            said.setText(R.string.enrol_asking);
        } else if (problem != null) {
            said.setText(sentence(problem));
        }
        View agree = findViewById(R.id.enrol_agree);
        if (agree != null) {
            agree.setEnabled(!state.busy());
        }
    }

    private void scan() {
        scanner.launch(new ScanOptions()
                .setDesiredBarcodeFormats(ScanOptions.QR_CODE)
                .setPrompt(getString(R.string.enrol_scan_prompt))
                .setBeepEnabled(false)
                .setOrientationLocked(false));
    }

    private String written(int field) {
        return this.<TextView>findViewById(field).getText().toString();
    }

    private static int sentence(Problem problem) {
        return switch (problem) {
            case NOT_OUR_QR -> R.string.enrol_not_our_qr;
            case UNREACHABLE -> R.string.enrol_unreachable;
            case CODE_REFUSED -> R.string.enrol_refused;
            case CODE_REFUSED_HERE -> R.string.enrol_refused_here;
            case WRONG_SERVER -> R.string.enrol_wrong_server;
            case BELONGS_ELSEWHERE -> R.string.enrol_elsewhere;
            case TOO_MANY_TRIES -> R.string.enrol_too_many;
            case PIN_TOO_EASY -> R.string.pin_too_easy;
            case PINS_DIFFER -> R.string.pins_differ;
            case STORAGE -> R.string.enrol_storage;
        };
    }
}
