package vn.sothon.app.ui;

import android.text.Layout;
import android.view.View;
import android.widget.EditText;
import android.widget.ScrollView;
import android.widget.TextView;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.List;

/** What a tired eye or a thick finger would stumble over. */
final class Legible {
    private static final int FINGER_DP = 48;
    private static final int ROOM_DP = 96;
    private static final float FLOATING = 0.6f;

    private Legible() {}

    /** Empty if there is nothing to complain about. */
    static List<String> complaints(Hand hand) {
        List<String> complaints = new ArrayList<>();
        float density = hand.activity().getResources().getDisplayMetrics().density;
        for (View view : hand.views()) {
            if (view instanceof TextView text) {
                cut(text, complaints);
            }
            if (view instanceof TextInputLayout field) {
                label(field, complaints);
            }
            if (view instanceof ScrollView && view.getHeight() < ROOM_DP * density) {
                complaints.add("no room to read in: " + said(view));
            }
            if (view.isClickable() && view.isEnabled() && !insideField(view)) {
                if (view.getHeight() < FINGER_DP * density - 1 || view.getWidth() < FINGER_DP * density - 1) {
                    complaints.add("too small for a finger: " + name(view) + " " + view.getWidth() / density + "×"
                            + view.getHeight() / density + " dp");
                }
                if (said(view).isEmpty()) {
                    complaints.add("says nothing to a screen reader: " + name(view));
                }
            }
        }
        return complaints;
    }

    /** A field's label has one line; it is smaller once something is written. */
    private static void label(TextInputLayout field, List<String> complaints) {
        EditText edit = field.getEditText();
        if (field.getHint() == null || edit == null) {
            return;
        }
        float needs = edit.getPaint().measureText(field.getHint().toString()) * (edit.length() > 0 ? FLOATING : 1);
        int room = edit.getWidth() - edit.getTotalPaddingLeft() - edit.getTotalPaddingRight();
        if (needs > room) {
            complaints.add("a label is cut: '" + field.getHint() + "' needs " + needs + ", has " + room);
        }
    }

    private static void cut(TextView text, List<String> complaints) {
        Layout layout = text.getLayout();
        if (layout == null || text.getText().length() == 0) {
            return;
        }
        int room = text.getHeight() - text.getTotalPaddingTop() - text.getTotalPaddingBottom();
        if (layout.getHeight() > room + 1) {
            complaints.add("cut below: '" + text.getText() + "' needs " + layout.getHeight() + ", has " + room);
        }
        for (int line = 0; line < layout.getLineCount(); line++) {
            if (layout.getEllipsisCount(line) > 0) {
                complaints.add("shortened: '" + text.getText() + "'");
            }
            int end = layout.getLineEnd(line);
            if (line < layout.getLineCount() - 1
                    && Character.isLetter(text.getText().charAt(end - 1))
                    && Character.isLetter(text.getText().charAt(end))) {
                complaints.add("a word is broken: '" + text.getText() + "' at " + end);
            }
        }
    }

    private static String said(View view) {
        if (view.getContentDescription() != null) {
            return view.getContentDescription().toString();
        }
        if (view instanceof TextView text) {
            return text.getText().toString() + (text.getHint() == null ? "" : text.getHint());
        }
        if (view instanceof android.view.ViewGroup group) {
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < group.getChildCount(); i++) {
                said.append(said(group.getChildAt(i)));
            }
            return said.toString();
        }
        return "";
    }

    private static boolean insideField(View view) {
        for (Object parent = view.getParent(); parent instanceof View; parent = ((View) parent).getParent()) {
            if (parent instanceof TextInputLayout) {
                return true;
            }
        }
        return false;
    }

    private static String name(View view) {
        return view.getClass().getSimpleName() + " '" + said(view) + "'";
    }
}
