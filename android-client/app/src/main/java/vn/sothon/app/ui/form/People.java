package vn.sothon.app.ui.form;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.model.record.Inspector;

/**
 * A list of people with their offices.
 *
 * @param fixed how many at its head cannot be taken off
 * @param known who may be meant; a tap puts them on
 * @param stay shows the list with its change
 * @param on keeps the list and leads on
 */
public record People(
        List<Inspector> there,
        int fixed,
        List<Inspector> known,
        Consumer<List<Inspector>> stay,
        Consumer<List<Inspector>> on) {

    /** The big button. */
    interface Button {
        void set(int label, Runnable then);
    }

    void draw(Page page, Resources words, Button button) {
        for (int i = 0; i < there.size(); i++) {
            String said = said(there.get(i));
            if (i < fixed) {
                page.text(said);
            } else {
                List<Inspector> fewer = new ArrayList<>(there);
                fewer.remove(i);
                page.line(words.getText(R.string.people_remove), said, () -> stay.accept(fewer));
            }
        }
        for (Inspector one : known) {
            if (there.stream().noneMatch(other -> other.name().equals(one.name()))) {
                page.choice(words.getString(R.string.people_add_known, said(one)), false, () -> stay.accept(with(one)));
            }
        }
        String[] typed = {"", ""};
        Typing.into(page, R.string.people_name, null, text -> typed[0] = text);
        Typing.into(page, R.string.people_position, null, text -> typed[1] = text);
        page.choice(words.getText(R.string.people_add), false, () -> stay.accept(with(typed)));
        button.set(R.string.go_on, () -> on.accept(with(typed)));
    }

    private List<Inspector> with(String[] typed) {
        String position = typed[1].trim();
        return typed[0].trim().isEmpty()
                ? there
                : with(new Inspector(typed[0].trim(), position.isEmpty() ? null : position));
    }

    private List<Inspector> with(Inspector one) {
        List<Inspector> more = new ArrayList<>(there);
        more.add(one);
        return more;
    }

    private static String said(Inspector one) {
        @Nullable String position = one.position();
        return position == null ? one.name() : one.name() + ", " + position;
    }
}
