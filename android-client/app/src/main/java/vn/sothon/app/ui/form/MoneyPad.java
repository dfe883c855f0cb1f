package vn.sothon.app.ui.form;

import android.view.View;
import android.widget.TextView;
import java.text.NumberFormat;
import java.util.Locale;
import vn.sothon.app.R;
import vn.sothon.model.rule.MoneyWords;

/** The keys of {@code part_money.xml}: a sum in đồng, read back in words so that a slip of one zero is seen. */
public final class MoneyPad {
    private static final int[] KEYS = {
        R.id.money_0, R.id.money_1, R.id.money_2, R.id.money_3, R.id.money_4,
        R.id.money_5, R.id.money_6, R.id.money_7, R.id.money_8, R.id.money_9
    };
    private static final long LARGEST = 99_999_999_999L;
    private static final int TEN = 10;
    private static final int THOUSAND = 1000;

    private final View root;
    private final Locale locale;
    private final MoneyWords words;
    private final Listener listener;
    private long amount;

    /** Hears each change; in whole đồng. */
    public interface Listener {
        void changed(long amount);
    }

    /** Shows {@code amount}; the first key begins a new sum. */
    public MoneyPad(View root, Locale locale, long amount, Listener listener) {
        this.root = root;
        this.locale = locale;
        this.words = MoneyWords.in(locale);
        this.listener = listener;
        this.amount = amount;
        for (int digit = 0; digit < KEYS.length; digit++) {
            int pressed = digit;
            root.findViewById(KEYS[digit]).setOnClickListener(key -> set(this.amount * TEN + pressed));
        }
        root.findViewById(R.id.money_000).setOnClickListener(key -> set(this.amount * THOUSAND));
        root.findViewById(R.id.money_del).setOnClickListener(key -> set(this.amount / TEN));
        root.findViewById(R.id.money_del).setOnLongClickListener(key -> {
            set(0);
            return true;
        });
        show();
    }

    private void set(long next) {
        if (next <= LARGEST) {
            amount = next;
            show();
            listener.changed(next);
        }
    }

    private void show() {
        root.<TextView>findViewById(R.id.money_sum)
                .setText(NumberFormat.getIntegerInstance(locale).format(amount));
        root.<TextView>findViewById(R.id.money_words).setText(words.brief(amount));
    }
}
