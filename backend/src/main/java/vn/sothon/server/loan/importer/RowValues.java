package vn.sothon.server.loan.importer;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one row by column: text, whole dong as Long, days as LocalDate, status as {@link LoanStatus}. */
public final class RowValues {
    private final EnumMap<RosterColumn, Object> values = new EnumMap<>(RosterColumn.class);

    /** A null leaves the column empty. */
    public RowValues with(RosterColumn column, @Nullable Object value) {
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return this;
    }

    public @Nullable Object get(RosterColumn column) {
        return values.get(column);
    }

    public @Nullable String text(RosterColumn column) {
        return (String) values.get(column);
    }

    public @Nullable Long money(RosterColumn column) {
        return (Long) values.get(column);
    }

    public @Nullable LocalDate day(RosterColumn column) {
        return (LocalDate) values.get(column);
    }

    public LoanStatus status() {
        Object status = values.get(RosterColumn.STATUS);
        return status == null ? LoanStatus.UNKNOWN : (LoanStatus) status;
    }

    long moneyOrZero(RosterColumn column) {
        Long money = money(column);
        return money == null ? 0 : money;
    }

    Set<RosterColumn> columns() {
        return values.keySet();
    }

    public Map<RosterColumn, Object> asMap() {
        return new EnumMap<>(values);
    }
}
