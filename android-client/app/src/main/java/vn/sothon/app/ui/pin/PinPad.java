package vn.sothon.app.ui.pin;

import android.view.View;
import android.widget.TextView;
import vn.sothon.app.R;
import vn.sothon.client.lock.PinGate;

/** The keys of {@code pin_pad.xml}; what is typed stays here and is gone once it was handed over. */
public final class PinPad {
    private static final int[] KEYS = {
        R.id.pin_0, R.id.pin_1, R.id.pin_2, R.id.pin_3, R.id.pin_4,
        R.id.pin_5, R.id.pin_6, R.id.pin_7, R.id.pin_8, R.id.pin_9
    };

    private final View root;
    private final Listener listener;
    private final StringBuilder typed = new StringBuilder();

    /** Hears a whole PIN. */
    public interface Listener {
        void typed(String pin);
    }

    public PinPad(View root, Listener listener) {
        this.root = root;
        this.listener = listener;
        for (int digit = 0; digit < KEYS.length; digit++) {
            String text = Integer.toString(digit);
            root.findViewById(KEYS[digit]).setOnClickListener(key -> press(text));
        }
        root.findViewById(R.id.pin_del).setOnClickListener(key -> delete());
        show();
    }

    public void say(int title, CharSequence text) {
        say(root.getResources().getText(title), text);
    }

    public void say(CharSequence title, CharSequence text) {
        find(R.id.pin_title).setText(title);
        find(R.id.pin_text).setText(text);
    }

    private void press(String digit) {
        typed.append(digit);
        show();
        if (typed.length() == PinGate.DIGITS) {
            String pin = typed.toString();
            typed.setLength(0);
            show();
            listener.typed(pin);
        }
    }

    private void delete() {
        if (typed.length() > 0) {
            typed.setLength(typed.length() - 1);
            show();
        }
    }

    private void show() {
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < PinGate.DIGITS; i++) {
            dots.append(i < typed.length() ? '●' : '○');
        }
        TextView view = find(R.id.pin_dots);
        view.setText(dots);
        view.setContentDescription(view.getResources().getString(R.string.pin_entered, typed.length()));
    }

    private TextView find(int id) {
        return root.findViewById(id);
    }
}
