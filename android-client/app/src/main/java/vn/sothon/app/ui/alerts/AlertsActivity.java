package vn.sothon.app.ui.alerts;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import androidx.core.content.ContextCompat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.model.alert.AlertSentences;

/** The inbox: what happened, and the person's answer, which is sealed here and needs no network. */
public final class AlertsActivity extends Screen {
    private @Nullable OpenProfile profile;
    private List<AlertLine> lines = List.of();
    private @Nullable AlertItem resolving;
    private String note = "";

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        findViewById(R.id.column_back).setOnClickListener(v -> back());
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                back();
            }
        });
    }

    @Override
    protected void onResume() {
        super.onResume();
        profile = Doorway.enter(this);
        read();
    }

    private void read() {
        OpenProfile open = profile;
        if (open != null) {
            SothonApp.services(this).background().execute(() -> {
                List<AlertLine> found = AlertLine.read(open.phone());
                for (AlertLine line : found) {
                    open.phone().alerts().read(line.item());
                }
                ContextCompat.getMainExecutor(this).execute(() -> {
                    lines = found;
                    render();
                });
            });
        }
    }

    private void render() {
        this.<TextView>findViewById(R.id.column_title).setText(R.string.alerts_title);
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        AlertItem one = resolving;
        if (one != null) {
            resolve(page, one);
            return;
        }
        if (lines.isEmpty()) {
            page.text(getText(R.string.alerts_none));
        }
        AlertSentences words =
                AlertSentences.in(getResources().getConfiguration().getLocales().get(0));
        for (AlertLine line : lines) {
            card(page, line, words);
        }
    }

    private void card(Page page, AlertLine line, AlertSentences words) {
        AlertItem item = line.item();
        View card = page.add(R.layout.part_record);
        String title = words.title(item.view().rule());
        card.<TextView>findViewById(R.id.record_about).setText(line.about() == null ? title : line.about());
        card.<TextView>findViewById(R.id.record_kind).setText(title);
        card.<TextView>findViewById(R.id.record_state)
                .setText(
                        switch (item.state()) {
                            case OPEN -> R.string.alert_open;
                            case ACKNOWLEDGED -> R.string.alert_acknowledged;
                            case RESOLVED -> R.string.alert_resolved;
                        });
        card.<TextView>findViewById(R.id.record_more).setText(words.say(item.view()));
        TextView button = card.findViewById(R.id.record_mend);
        if (item.canAcknowledge()) {
            button.setText(R.string.alert_acknowledge);
            button.setOnClickListener(v -> answer(phone -> phone.acknowledge(item)));
        } else if (item.canResolve()) {
            button.setText(R.string.alert_resolve);
            button.setOnClickListener(v -> {
                resolving = item;
                note = "";
                render();
            });
        } else {
            button.setVisibility(View.GONE);
        }
    }

    private void resolve(Page page, AlertItem item) {
        page.question(getText(R.string.alert_how));
        Typing.into(page, R.string.alert_note, note, text -> note = text.trim());
        page.choice(getText(R.string.alert_settled), false, () -> {
            if (!note.isEmpty()) {
                String said = note;
                resolving = null;
                answer(phone -> phone.resolve(item, said));
            }
        });
    }

    private void answer(Consumer<Phone> act) {
        OpenProfile open = profile;
        if (open != null) {
            SothonApp.services(this).background().execute(() -> {
                act.accept(open.phone());
                ContextCompat.getMainExecutor(this).execute(() -> {
                    SothonApp.services(this).schedule().soon();
                    read();
                });
            });
        }
    }

    private void back() {
        if (resolving == null) {
            finish();
        } else {
            resolving = null;
            render();
        }
    }
}
