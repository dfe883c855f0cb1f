package vn.sothon.app.ui.alerts;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import androidx.core.content.ContextCompat;
import com.google.android.material.button.MaterialButton;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Calling;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.home.People.Person;
import vn.sothon.model.alert.AlertSentences;

/** The inbox: what happened, and the person's answer, which is sealed here and needs no network. */
public final class AlertsActivity extends Screen {
    private @Nullable OpenProfile profile;
    private List<AlertLine> lines = List.of();
    private @Nullable String only;
    private @Nullable AlertItem resolving;
    private @Nullable AlertLine assigning;
    private String note = "";

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        only = getIntent().getStringExtra(Destination.ALERT);
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

    /** What is being written or chosen stays on the screen. */
    @Override
    protected void syncEnded() {
        if (resolving == null && assigning == null) {
            read();
        }
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
        AlertLine given = assigning;
        if (one != null) {
            resolve(page, one);
        } else if (given != null) {
            assign(page, given);
        } else {
            list(page);
        }
    }

    private void list(Page page) {
        AlertSentences words =
                AlertSentences.in(getResources().getConfiguration().getLocales().get(0));
        boolean shown = false;
        for (AlertLine line : lines) {
            if (only == null || only.equals(line.item().id().toString())) {
                card(page, line, words);
                shown = true;
            }
        }
        if (!shown) {
            page.text(getText(only == null ? R.string.alerts_none : R.string.alert_gone));
        }
        if (only != null) {
            page.choice(getText(R.string.alert_see_all), false, () -> {
                only = null;
                render();
            });
        }
    }

    private void card(Page page, AlertLine line, AlertSentences words) {
        AlertItem item = line.item();
        View card = page.add(R.layout.alert_card);
        String title = words.title(item.view().rule());
        card.<TextView>findViewById(R.id.alert_about).setText(line.about() == null ? title : line.about());
        card.<TextView>findViewById(R.id.alert_kind).setText(title);
        card.<TextView>findViewById(R.id.alert_state).setText(state(line));
        card.<TextView>findViewById(R.id.alert_more).setText(words.say(item.view()));
        ViewGroup buttons = card.findViewById(R.id.alert_buttons);
        if (item.canAcknowledge()) {
            button(
                    buttons,
                    R.layout.home_first_button,
                    getText(R.string.alert_acknowledge),
                    () -> answer(phone -> phone.acknowledge(item)));
        } else if (item.canResolve()) {
            button(buttons, R.layout.home_first_button, getText(R.string.alert_resolve), () -> {
                resolving = item;
                note = "";
                render();
            });
        }
        if (!line.answering().isEmpty()) {
            button(buttons, R.layout.home_button, getText(R.string.alert_assign), () -> {
                assigning = line;
                render();
            });
        }
        call(buttons, line.concerned());
        call(buttons, line.mine() ? null : line.asked());
    }

    private void call(ViewGroup buttons, @Nullable Person person) {
        String number = person == null ? null : person.number();
        if (person != null && number != null) {
            button(
                    buttons,
                    R.layout.home_button,
                    getString(R.string.call_person, person.name(), number),
                    () -> Calling.dial(this, number));
        }
    }

    private void button(ViewGroup buttons, int layout, CharSequence words, Runnable then) {
        MaterialButton button = (MaterialButton) getLayoutInflater().inflate(layout, buttons, false);
        button.setText(words);
        button.setOnClickListener(v -> then.run());
        buttons.addView(button);
    }

    private String state(AlertLine line) {
        String state = getString(
                switch (line.item().state()) {
                    case OPEN -> R.string.alert_open;
                    case ACKNOWLEDGED -> R.string.alert_acknowledged;
                    case RESOLVED -> R.string.alert_resolved;
                });
        if (line.mine()) {
            return state + "\n" + getString(R.string.alert_assigned_me);
        }
        Person asked = line.asked();
        return asked == null ? state : state + "\n" + getString(R.string.alert_assigned, asked.name());
    }

    private void assign(Page page, AlertLine line) {
        page.question(getText(R.string.alert_assign_whom));
        Person now = line.asked();
        for (Person person : line.answering()) {
            page.choice(
                    getString(R.string.alert_person, person.name(), getString(RoleWords.of(person.role()))),
                    now != null && now.id().equals(person.id()),
                    () -> {
                        assigning = null;
                        answer(phone -> phone.assign(line.item(), person.id()));
                    });
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
        if (resolving == null && assigning == null) {
            finish();
        } else {
            resolving = null;
            assigning = null;
            render();
        }
    }
}
