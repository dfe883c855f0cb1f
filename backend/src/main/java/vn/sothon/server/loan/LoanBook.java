package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.server.access.Scope;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.db.Sql;

/** Loans and groups as somebody at a desk looks them up. */
@Singleton
public class LoanBook {
    private static final int MOST_FOUND = 50;
    private static final String LOAN =
            """
            SELECT l.*, g.name AS group_name FROM loan l LEFT JOIN savings_group g ON g.code = l.group_code WHERE
            """;

    private final TransactionOperations<Connection> transactions;

    LoanBook(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** A loan as the file shows it. */
    public record Entry(
            UUID id,
            String number,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            SeenLoan seen,
            boolean open) {

        public String borrower() {
            return seen.memberName() == null ? number : seen.memberName();
        }
    }

    /** A group as it is chosen from a list. */
    public record GroupEntry(
            String code,
            String name,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String association,
            @Nullable String leaderName) {}

    /** Groups the scope sees, by village and name. */
    public List<GroupEntry> groups(Scope scope) {
        InScope inScope = InScope.of(scope, "commune_code", "village_code", "code");
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT * FROM savings_group WHERE " + inScope.sql() + " ORDER BY village_code, name, code",
                row -> new GroupEntry(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("commune_code"),
                        row.getString("village_code"),
                        row.getString("association"),
                        row.getString("leader_name")),
                inScope.after()));
    }

    public Optional<GroupEntry> group(Scope scope, String code) {
        return groups(scope).stream().filter(group -> group.code().equals(code)).findFirst();
    }

    /** Open loans of a group, by the borrower's name. */
    public List<Entry> ofGroup(Scope scope, String groupCode) {
        return find(scope, "l.group_code = ? AND l.status = 'OPEN'", Integer.MAX_VALUE, groupCode);
    }

    public Optional<Entry> one(Scope scope, UUID id) {
        return find(scope, "l.id = ?", 1, id).stream().findFirst();
    }

    /** Loans by part of the number, or by words of the borrower's name; marks and case do not matter. */
    public List<Entry> search(Scope scope, String words) {
        String wanted = words.strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        boolean number = wanted.chars().allMatch(Character::isDigit);
        return number
                ? find(scope, "l.number LIKE ?", MOST_FOUND, "%" + wanted + "%")
                : find(scope, "l.borrower_search LIKE ?", MOST_FOUND, "%" + plain(wanted) + "%");
    }

    private static String plain(String words) {
        return SearchName.of(words).replaceAll("[%_]", "");
    }

    private List<Entry> find(Scope scope, String condition, int most, Object value) {
        InScope inScope = InScope.of(scope, "l.commune_code", "l.village_code", "l.group_code");
        List<Object> values = new ArrayList<>(List.of(inScope.after(value)));
        values.add(most);
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                LOAN + condition + " AND " + inScope.sql() + " ORDER BY l.borrower_search, l.number LIMIT ?",
                LoanBook::entry,
                values.toArray()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                UUID.fromString(row.getString("id")),
                row.getString("number"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                new SeenLoan(
                        row.getString("borrower_name"),
                        row.getString("programme_code"),
                        money(row, "disbursed"),
                        day(row, "disbursed_on"),
                        money(row, "outstanding"),
                        row.getString("purpose"),
                        row.getString("group_name"),
                        day(row, "roster_period")),
                row.getString("status").equals("OPEN"));
    }

    private static @Nullable Long money(ResultSet row, String column) throws SQLException {
        long money = row.getLong(column);
        return row.wasNull() ? null : money;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        String day = row.getString(column);
        return day == null ? null : LocalDate.parse(day);
    }
}
