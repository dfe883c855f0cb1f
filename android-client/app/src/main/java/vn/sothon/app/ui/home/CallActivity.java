package vn.sothon.app.ui.home;

import android.os.Bundle;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.Calling;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.home.People;
import vn.sothon.client.home.People.Person;

/** Whom to call: the people in office this person works with. */
public final class CallActivity extends Screen {
    private @Nullable OpenProfile profile;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        this.<TextView>findViewById(R.id.column_title).setText(R.string.call_title);
        findViewById(R.id.column_back).setOnClickListener(v -> finish());
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
                List<Person> people = callable(open.phone());
                ContextCompat.getMainExecutor(this).execute(() -> render(people));
            });
        }
    }

    private static List<Person> callable(Phone phone) {
        UUID me = phone.store()
                .sessions()
                .current()
                .map(session -> session.person().id())
                .orElse(null);
        return People.of(phone.workList()).callable(me);
    }

    private void render(List<Person> people) {
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        if (people.isEmpty()) {
            page.text(getText(R.string.call_none));
        }
        Cards cards = new Cards(this, page);
        for (Person person : people) {
            String number = person.number();
            if (number != null) {
                String role = getString(RoleWords.of(person.role()));
                cards.card(person.name())
                        .more(person.places().isEmpty() ? role : role + " · " + String.join(", ", person.places()))
                        .first(getString(R.string.call_number, number), () -> Calling.dial(this, number));
            }
        }
    }
}
