package vn.sothon.server.loan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterColumn;

/** What is kept of a loan, and where; a roster's other columns are not stored. */
enum LoanField {
    CUSTOMER_CODE(RosterColumn.CUSTOMER_CODE, "customer_code", Sort.TEXT),
    BORROWER_NAME(RosterColumn.BORROWER_NAME, "borrower_name", Sort.TEXT),
    COMMUNE(RosterColumn.COMMUNE_CODE, "commune_code", Sort.TEXT),
    VILLAGE(RosterColumn.VILLAGE_CODE, "village_code", Sort.TEXT),
    GROUP(RosterColumn.GROUP_CODE, "group_code", Sort.TEXT),
    PROGRAMME(RosterColumn.PROGRAMME_CODE, "programme_code", Sort.TEXT),
    PURPOSE(RosterColumn.PURPOSE, "purpose", Sort.TEXT),
    DISBURSED(RosterColumn.DISBURSED_AMOUNT, "disbursed", Sort.MONEY),
    DISBURSED_ON(RosterColumn.DISBURSED_ON, "disbursed_on", Sort.DAY),
    DUE_ON(RosterColumn.DUE_ON, "due_on", Sort.DAY),
    OUTSTANDING(RosterColumn.OUTSTANDING, "outstanding", Sort.MONEY),
    OVERDUE(RosterColumn.OVERDUE, "overdue", Sort.MONEY),
    OVERDUE_SINCE(RosterColumn.OVERDUE_SINCE, "overdue_since", Sort.DAY),
    FROZEN(RosterColumn.FROZEN, "frozen", Sort.MONEY),
    FROZEN_UNTIL(RosterColumn.FROZEN_UNTIL, "frozen_until", Sort.DAY),
    INTEREST_ARREARS(RosterColumn.INTEREST_ARREARS, "interest_arrears", Sort.MONEY),
    SAVINGS(RosterColumn.SAVINGS, "savings", Sort.MONEY),
    LAST_TRANSACTION_ON(RosterColumn.LAST_TRANSACTION_ON, "last_transaction_on", Sort.DAY);

    private enum Sort {
        TEXT,
        MONEY,
        DAY
    }

    /** The roster columns that a loan is compared by. */
    static final Set<RosterColumn> COLUMNS =
            Arrays.stream(values()).map(LoanField::column).collect(Collectors.toUnmodifiableSet());

    private final RosterColumn column;
    private final String sqlName;
    private final Sort sort;

    LoanField(RosterColumn column, String sqlName, Sort sort) {
        this.column = column;
        this.sqlName = sqlName;
        this.sort = sort;
    }

    RosterColumn column() {
        return column;
    }

    String sqlName() {
        return sqlName;
    }

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sort == Sort.MONEY ? Types.BIGINT : Types.VARCHAR);
        } else if (sort == Sort.MONEY) {
            statement.setLong(index, (Long) value);
        } else {
            statement.setString(index, value.toString());
        }
    }

    Object parse(String text) {
        return switch (sort) {
            case TEXT -> text;
            case MONEY -> Long.valueOf(text);
            case DAY -> LocalDate.parse(text);
        };
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        if (sort == Sort.MONEY) {
            long money = row.getLong(sqlName);
            return row.wasNull() ? null : money;
        }
        String text = row.getString(sqlName);
        return text != null && sort == Sort.DAY ? LocalDate.parse(text) : text;
    }
}
