package vn.sothon.server.loan.importer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loan as the store holds it, to compare a roster with.
 *
 * @param values by column, in the types of {@link RowValues}; a column without a value is absent
 * @param openWork a check is being drafted on it or is owed
 */
public record KnownLoan(String loanNumber, Map<RosterColumn, Object> values, boolean open, boolean openWork) {
    public KnownLoan {
        values = Map.copyOf(values);
    }

    /** As it would be held after this row was stored. */
    public static KnownLoan of(LoanRow row, boolean openWork) {
        return new KnownLoan(row.loanNumber(), row.values().asMap(), row.status() != LoanStatus.CLOSED, openWork);
    }

    @Nullable
    String text(RosterColumn column) {
        return (String) values.get(column);
    }
}
