package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One answer of part II of 16/TD. */
public record ChecklistAnswer(
        @JsonProperty(value = "item", required = true) Item item,
        @JsonProperty(value = "answer", required = true) Answer answer,
        @JsonProperty("note") @Nullable String note) {

    /** The questions of 16/TD, part II, in the order of the paper. */
    public enum Item {
        ADJOINING_HOUSEHOLDS,
        MEMBERS_5_TO_60,
        BOARD_NOT_RELATED,
        REGULAR_MEETINGS,
        PUBLIC_APPRAISAL,
        TRANSACTIONS_AT_POINT,
        FEES_WRONGLY_COLLECTED,
        PRINCIPAL_WRONGLY_COLLECTED,
        PROXY_BORROWING,
        MISAPPROPRIATION,
        BOOKS_KEPT_FOR_BORROWERS,
        RECEIPTS_GIVEN,
        BALANCES_RECONCILED,
        ARREARS_OVERDUE_MISUSE,
        ABSCONDED_BORROWERS,
        FILES_KEPT
    }

    /** A plain answer; {@code NOT_SEEN} where the question could not be settled on the spot. */
    public enum Answer {
        YES,
        NO,
        NOT_SEEN
    }
}
