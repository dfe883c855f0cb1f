package vn.sothon.app.ui.form;

import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;

/** A field for free text, heard at each letter. */
public final class Typing implements TextWatcher {
    private final Listener listener;

    /** Hears the whole text as it is now. */
    public interface Listener {
        void typed(String text);
    }

    public Typing(Listener listener) {
        this.listener = listener;
    }

    /** Adds a field to a page. */
    public static TextInputLayout into(Page page, int hint, @Nullable String text, Listener listener) {
        TextInputLayout field = (TextInputLayout) page.add(R.layout.part_typing);
        field.setHint(hint);
        EditText edit = field.findViewById(R.id.typing);
        edit.setText(text);
        edit.addTextChangedListener(new Typing(listener));
        return field;
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}

    @Override
    public void afterTextChanged(Editable text) {
        listener.typed(text.toString());
    }
}
