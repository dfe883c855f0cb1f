package vn.sothon.app.ui.today;

import android.content.res.ColorStateList;
import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.color.MaterialColors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import vn.sothon.app.R;
import vn.sothon.client.task.DueWork.Card;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.model.rule.MoneyWords;

/** One big card per borrower. */
final class LoanCards extends ListAdapter<Card, LoanCards.Holder> {
    private final MoneyWords money;
    private final Listener listener;

    /** Hears which card was chosen. */
    interface Listener {
        void chosen(Card card);
    }

    LoanCards(MoneyWords money, Executor background, Listener listener) {
        super(new AsyncDifferConfig.Builder<Card>(new DiffUtil.ItemCallback<Card>() {
                    @Override
                    public boolean areItemsTheSame(@NonNull Card one, @NonNull Card other) {
                        return one.loan().id().equals(other.loan().id());
                    }

                    @Override
                    public boolean areContentsTheSame(@NonNull Card one, @NonNull Card other) {
                        return one.equals(other);
                    }
                })
                .setBackgroundThreadExecutor(background)
                .build());
        this.money = money;
        this.listener = listener;
    }

    @Override
    public @NonNull Holder onCreateViewHolder(@NonNull ViewGroup parent, int type) {
        return new Holder(LayoutInflater.from(parent.getContext()).inflate(R.layout.today_card, parent, false));
    }

    @Override
    public void onBindViewHolder(@NonNull Holder holder, int position) {
        holder.show(getItem(position));
    }

    /** One card's views. */
    final class Holder extends RecyclerView.ViewHolder {
        private final TextView when;
        private final TextView name;
        private final TextView sum;
        private final TextView where;

        Holder(View view) {
            super(view);
            when = view.findViewById(R.id.card_when);
            name = view.findViewById(R.id.card_name);
            sum = view.findViewById(R.id.card_money);
            where = view.findViewById(R.id.card_where);
        }

        void show(Card card) {
            Resources words = itemView.getResources();
            when.setText(when(words, card));
            boolean late = card.when() == When.LATE;
            int ground = late
                    ? com.google.android.material.R.attr.colorErrorContainer
                    : com.google.android.material.R.attr.colorSecondaryContainer;
            int ink = late
                    ? com.google.android.material.R.attr.colorOnErrorContainer
                    : com.google.android.material.R.attr.colorOnSecondaryContainer;
            when.setBackgroundTintList(ColorStateList.valueOf(MaterialColors.getColor(itemView, ground)));
            when.setTextColor(MaterialColors.getColor(itemView, ink));
            name.setText(card.loan().borrowerName());
            Long disbursed = card.loan().disbursed();
            sum.setText(disbursed == null ? card.loan().number() : money.brief(disbursed));
            where.setText(where(words, card));
            itemView.setOnClickListener(v -> listener.chosen(card));
        }

        private String when(Resources words, Card card) {
            String due =
                    switch (card.when()) {
                        case LATE -> words.getString(R.string.late_days, -card.daysLeft());
                        case SOON, LATER ->
                            card.daysLeft() == 0
                                    ? words.getString(R.string.due_today)
                                    : words.getString(R.string.left_days, card.daysLeft());
                        case NOTHING_OWED -> words.getString(R.string.nothing_owed);
                    };
            return card.begun() ? due + " · " + words.getString(R.string.begun) : due;
        }

        private String where(Resources words, Card card) {
            List<String> parts = new ArrayList<>();
            if (card.programmeName() != null) {
                parts.add(card.programmeName());
            } else if (card.loan().programmeCode() != null) {
                parts.add(
                        words.getString(R.string.programme_unknown, card.loan().programmeCode()));
            }
            if (card.groupName() != null) {
                parts.add(card.groupName());
            }
            if (card.villageName() != null) {
                parts.add(card.villageName());
            }
            return String.join(" · ", parts);
        }
    }
}
