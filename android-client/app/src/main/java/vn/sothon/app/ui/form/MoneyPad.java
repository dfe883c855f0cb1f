package vn.sothon.app.ui.form;

import android.view.View;
import android.widget.TextView;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable MoneyWords words;
    private final long largest;
    private final Listener listener;
    private long amount;

    /** Hears each change; in whole đồng. */
    public interface Listener {
        void changed(long amount);
    }

    /** Shows {@code amount}; the first key begins a new sum. */
    public MoneyPad(View root, Locale locale, long amount, Listener listener) {
        this(root, locale, amount, LARGEST, MoneyWords.in(locale), listener);
    }

    /** For things that are counted: the number alone, and nothing above {@code largest}. */
    static MoneyPad counting(View root, Locale locale, long amount, long largest, Listener listener) {
        root.findViewById(R.id.money_words).setVisibility(View.GONE);
        root.findViewById(R.id.money_000).setVisibility(View.INVISIBLE);
        return new MoneyPad(root, locale, amount, largest, null, listener);
    }

    private MoneyPad(
            View root, Locale locale, long amount, long largest, @Nullable MoneyWords words, Listener listener) {
        this.root = root;
        this.locale = locale;
        this.words = words;
        this.largest = largest;
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
        if (next <= largest) {
            amount = next;
            show();
            listener.changed(next);
        }
    }

    private void show() {
        root.<TextView>findViewById(R.id.money_sum)
                .setText(NumberFormat.getIntegerInstance(locale).format(amount));
        if (words != null) {
            root.<TextView>findViewById(R.id.money_words).setText(words.brief(amount));
        }
    }
}
