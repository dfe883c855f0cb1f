package vn.sothon.app.ui.home;

import android.app.Activity;
import android.content.res.ColorStateList;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.color.MaterialColors;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Calling;
import vn.sothon.app.ui.form.Page;
import vn.sothon.client.home.People.Person;

/** Puts big cards on a page: a tag that says how urgent, a name, a few words, buttons. */
final class Cards {
    private final Activity activity;
    private final Page page;

    Cards(Activity activity, Page page) {
        this.activity = activity;
        this.page = page;
    }

    Card card(CharSequence name) {
        return new Card(page.add(R.layout.home_card)).name(name);
    }

    /** One card; what was not said about it is not shown. */
    final class Card {
        private final View view;

        private Card(View view) {
            this.view = view;
            view.findViewById(R.id.home_tag).setVisibility(View.GONE);
            view.findViewById(R.id.home_more).setVisibility(View.GONE);
            view.findViewById(R.id.home_buttons).setVisibility(View.GONE);
        }

        private Card name(CharSequence name) {
            view.<TextView>findViewById(R.id.home_name).setText(name);
            return this;
        }

        /** Red for what is late and for nothing else. */
        Card tag(CharSequence words, boolean late) {
            TextView tag = view.findViewById(R.id.home_tag);
            tag.setVisibility(View.VISIBLE);
            tag.setText(words);
            int ground = late
                    ? com.google.android.material.R.attr.colorErrorContainer
                    : com.google.android.material.R.attr.colorSecondaryContainer;
            int ink = late
                    ? com.google.android.material.R.attr.colorOnErrorContainer
                    : com.google.android.material.R.attr.colorOnSecondaryContainer;
            tag.setBackgroundTintList(ColorStateList.valueOf(MaterialColors.getColor(view, ground)));
            tag.setTextColor(MaterialColors.getColor(view, ink));
            return this;
        }

        Card more(CharSequence words) {
            TextView more = view.findViewById(R.id.home_more);
            more.setVisibility(words.length() == 0 ? View.GONE : View.VISIBLE);
            more.setText(words);
            return this;
        }

        Card opens(Runnable then) {
            view.setOnClickListener(v -> then.run());
            return this;
        }

        /** What is done most, filled. */
        Card first(CharSequence words, Runnable then) {
            return button(R.layout.home_first_button, words, then);
        }

        Card button(CharSequence words, Runnable then) {
            return button(R.layout.home_button, words, then);
        }

        /** A way to call that person, where the number is known. */
        Card calls(@Nullable Person person) {
            String number = person == null ? null : person.number();
            if (person != null && number != null) {
                button(
                        activity.getString(R.string.call_person, person.name(), number),
                        () -> Calling.dial(activity, number));
            }
            return this;
        }

        private Card button(int layout, CharSequence words, Runnable then) {
            ViewGroup buttons = view.findViewById(R.id.home_buttons);
            buttons.setVisibility(View.VISIBLE);
            MaterialButton button =
                    (MaterialButton) LayoutInflater.from(activity).inflate(layout, buttons, false);
            button.setText(words);
            button.setOnClickListener(v -> then.run());
            buttons.addView(button);
            return this;
        }
    }
}
