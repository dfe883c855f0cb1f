package vn.sothon.app.ui.sheet;

import android.os.Bundle;
import android.view.ViewGroup;
import android.widget.TextView;
import android.widget.Toast;
import androidx.core.content.ContextCompat;
import com.google.android.material.button.MaterialButton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.rule.MoneyWords;

/** The sheet 06/TD of a visit: figures that follow from its checks, and what the person adds. */
public final class SheetActivity extends Screen {
    private @Nullable OpenProfile profile;
    private @Nullable SheetForm form;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        OpenProfile open = Doorway.enter(this);
        String visit = getIntent().getStringExtra(Destination.VISIT);
        if (open == null || visit == null) {
            return;
        }
        profile = open;
        open.lock().formOpened();
        Optional<SheetForm> found = SheetForm.of(open.phone(), UUID.fromString(visit));
        Optional<Draft> draft = found.flatMap(sheet -> sheet.draft(open.phone()));
        if (!draft.isPresent()) {
            finish();
            return;
        }
        form = found.get();
        setContentView(R.layout.check);
        findViewById(R.id.check_back).setOnClickListener(v -> finish()); // everything is saved
        MaterialButton done = findViewById(R.id.check_next);
        done.setText(R.string.check_finish);
        done.setOnClickListener(v -> seal(done));
        draw(found.get(), draft.get(), open);
    }

    @Override
    protected void onDestroy() {
        OpenProfile open = profile;
        if (open != null) {
            open.lock().formClosed();
        }
        super.onDestroy();
    }

    private void draw(SheetForm sheet, Draft draft, OpenProfile open) {
        String group = sheet.groupCode() == null
                ? ""
                : open.phone()
                        .workList()
                        .group(sheet.groupCode())
                        .map(Views.Group::name)
                        .orElse(sheet.groupCode());
        this.<TextView>findViewById(R.id.check_who).setText(group);
        this.<TextView>findViewById(R.id.check_where).setText(R.string.sheet_form);
        Page page = new Page((ViewGroup) findViewById(R.id.check_page));
        page.question(getText(R.string.sheet_title));
        figures(page, draft);
        Typing.into(page, R.string.sheet_plan, sheet.planOfUse(), text -> typed(known -> known.withPlanOfUse(text)));
        Typing.into(page, R.string.sheet_measures, sheet.measures(), text -> typed(known -> known.withMeasures(text)));
        Typing.into(page, R.string.sheet_leader, sheet.leader(), text -> typed(known -> known.withLeader(text)));
        Typing.into(page, R.string.sheet_witness, sheet.witness(), text -> typed(known -> known.withWitness(text)));
        page.text(getText(R.string.sheet_signed_on_paper));
    }

    private void figures(Page page, Draft draft) {
        MoneyWords money =
                MoneyWords.in(getResources().getConfiguration().getLocales().get(0));
        try {
            CheckSheet sheet = Json.tolerant(draft.payload(), CheckSheet.class);
            page.text(getString(
                    R.string.sheet_total,
                    sheet.total().customers(),
                    money.brief(sheet.total().reallyReceived())));
            page.text(getString(
                    R.string.sheet_proper,
                    sheet.proper().customers(),
                    money.brief(sheet.proper().amount())));
            page.text(getString(
                    R.string.sheet_misused,
                    sheet.misused().customers(),
                    money.brief(sheet.misused().amount())));
        } catch (JsonRefused e) {
            throw new IllegalStateException("this phone made a sheet it cannot read", e);
        }
    }

    private void typed(UnaryOperator<SheetForm> change) {
        SheetForm known = form;
        OpenProfile open = profile;
        if (known != null && open != null) {
            SheetForm next = change.apply(known);
            form = next;
            next.draft(open.phone()).ifPresent(open.phone()::save);
        }
    }

    private void seal(MaterialButton done) {
        SheetForm known = form;
        OpenProfile open = profile;
        if (known == null || open == null) {
            return;
        }
        done.setEnabled(false);
        SothonApp.services(this).background().execute(() -> {
            boolean sealed = known.draft(open.phone())
                    .map(draft -> open.phone().seal(draft) instanceof SealOutcome.Sealed)
                    .orElse(false);
            ContextCompat.getMainExecutor(this).execute(() -> ended(sealed, done));
        });
    }

    private void ended(boolean sealed, MaterialButton done) {
        if (sealed) {
            SothonApp.services(this).schedule().soon();
            finish();
        } else {
            done.setEnabled(true);
            Toast.makeText(this, R.string.sheet_not_whole, Toast.LENGTH_LONG).show();
        }
    }
}
