package vn.sothon.app.ui.minutes;

import java.util.List;
import vn.sothon.app.R;

/** Part I of 16/TD. */
enum Figure {
    MEMBERS("members", R.string.figure_members),
    OUTSTANDING("outstanding", R.string.figure_outstanding),
    OVERDUE("overdue", R.string.figure_overdue),
    FROZEN("frozen", R.string.figure_frozen),
    INTEREST_ARREARS("interestArrears", R.string.figure_arrears),
    SAVINGS("savings", R.string.figure_savings),
    RATING("monthRating", R.string.figure_rating);

    static final List<Figure> ALL = List.of(values());

    private final String field;
    private final int label;

    Figure(String field, int label) {
        this.field = field;
        this.label = label;
    }

    String field() {
        return field;
    }

    int label() {
        return label;
    }

    boolean isMoney() {
        return this != MEMBERS && this != RATING;
    }
}
