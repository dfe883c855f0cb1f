package vn.sothon.app.ui.form;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.textfield.TextInputLayout;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;

/** Fills a column with big parts, from top to bottom. */
public final class Page {
    private final ViewGroup column;
    private final LayoutInflater inflater;

    /** An empty page in that column. */
    public Page(ViewGroup column) {
        this.column = column;
        this.inflater = LayoutInflater.from(column.getContext());
        column.removeAllViews();
    }

    /** The page's one question; screen readers stop at it. */
    public void question(CharSequence words) {
        say(R.layout.part_question, words);
    }

    public void text(CharSequence words) {
        say(R.layout.part_text, words);
    }

    /** What keeps the person from going on. */
    public void problem(CharSequence words) {
        say(R.layout.part_problem, words);
    }

    /** A big button; the chosen one is filled and marked for those who cannot tell colours apart. */
    public void choice(CharSequence words, boolean chosen, Runnable then) {
        MaterialButton button = (MaterialButton) add(chosen ? R.layout.part_chosen : R.layout.part_choice);
        button.setText(chosen ? "✓ " + words : words);
        button.setSelected(chosen);
        button.setOnClickListener(v -> then.run());
    }

    /** A line of a summary that leads back to its question. */
    public void line(CharSequence label, CharSequence value, Runnable then) {
        View line = add(R.layout.part_line);
        line.<TextView>findViewById(R.id.line_label).setText(label);
        line.<TextView>findViewById(R.id.line_value).setText(value);
        line.setOnClickListener(v -> then.run());
    }

    /** What stands in the field with that hint by now; null if there is no such field. */
    @Nullable
    String written(int hint) {
        String sought = column.getResources().getString(hint);
        for (int i = 0; i < column.getChildCount(); i++) {
            if (column.getChildAt(i) instanceof TextInputLayout field
                    && field.getHint() != null
                    && sought.contentEquals(field.getHint())) {
                EditText edit = field.getEditText();
                return edit == null ? null : edit.getText().toString();
            }
        }
        return null;
    }

    /** Takes away all but the first parts. */
    public void keepOnly(int first) {
        column.removeViews(first, column.getChildCount() - first);
    }

    /** Adds a part of its own kind. */
    public View add(int layout) {
        View view = inflater.inflate(layout, column, false);
        column.addView(view);
        return view;
    }

    private void say(int layout, CharSequence words) {
        ((TextView) add(layout)).setText(words);
    }
}
