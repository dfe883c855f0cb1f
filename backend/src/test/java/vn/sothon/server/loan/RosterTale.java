package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.importer.GroupLeaderRow;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.loan.importer.LoanStatus;
import vn.sothon.server.loan.importer.PeriodSource;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterKind;
import vn.sothon.server.loan.importer.RosterSums;
import vn.sothon.server.loan.importer.RowValues;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** A commune of its own with two villages, its rosters, and what the store then holds of it. */
public final class RosterTale {
    public static final LocalDate AUGUST = LocalDate.parse("2026-08-31");
    public static final LocalDate SEPTEMBER = LocalDate.parse("2026-09-30");
    private static final String PROVINCE = "97";
    private static final AtomicInteger NEXT = new AtomicInteger(97_001);

    private final RunningServer server;
    public final String commune = String.valueOf(NEXT.getAndIncrement());
    public final String first = commune + "001";
    public final String second = commune + "002";
    public final String group = commune + "01";

    /** A row of the feed as the ledger holds it. */
    public record FeedRow(String id, String village, String group, long version, boolean removed, String data) {}

    public RosterTale(RunningServer server) {
        this.server = server;
        LocalDate start = LocalDate.parse("2026-01-01");
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea(PROVINCE, AreaKind.PROVINCE, "Province of rosters", null, start),
                        new NewArea(commune, AreaKind.COMMUNE, "Commune " + commune, PROVINCE, start),
                        new NewArea(first, AreaKind.VILLAGE, "First village", commune, start),
                        new NewArea(second, AreaKind.VILLAGE, "Second village", commune, start)));
    }

    public String number(int loan) {
        return String.format(Locale.ROOT, "6600%s%07d", commune, loan);
    }

    /** An open loan of the first village, old and paid on lately: nothing is owed but money. */
    public RowValues loan(int number) {
        return new RowValues()
                .with(RosterColumn.LOAN_NUMBER, number(number))
                .with(RosterColumn.CUSTOMER_CODE, String.format(Locale.ROOT, "%s%05d", commune, number))
                .with(RosterColumn.BORROWER_NAME, "Borrower " + number)
                .with(RosterColumn.COMMUNE_CODE, commune)
                .with(RosterColumn.VILLAGE_CODE, first)
                .with(RosterColumn.GROUP_CODE, group)
                .with(RosterColumn.GROUP_NAME, "Group 01")
                .with(RosterColumn.ASSOCIATION_CODE, "12")
                .with(RosterColumn.PROGRAMME_CODE, "01")
                .with(RosterColumn.PROGRAMME_NAME, "Poor households")
                .with(RosterColumn.DISBURSED_AMOUNT, 50_000_000L)
                .with(RosterColumn.DISBURSED_ON, LocalDate.parse("2025-03-01"))
                .with(RosterColumn.OUTSTANDING, 40_000_000L)
                .with(RosterColumn.LAST_TRANSACTION_ON, LocalDate.parse("2026-08-10"))
                .with(RosterColumn.STATUS, LoanStatus.OPEN);
    }

    /** The same, paid out in the month before the August roster. */
    public RowValues freshLoan(int number) {
        return loan(number)
                .with(RosterColumn.DISBURSED_ON, LocalDate.parse("2026-08-20"))
                .with(RosterColumn.LAST_TRANSACTION_ON, LocalDate.parse("2026-08-20"));
    }

    public static Roster creditFile(LocalDate period, RowValues... rows) {
        return roster(RosterKind.CREDIT_FILE_31, EnumSet.allOf(RosterColumn.class), period, List.of(rows));
    }

    static Roster roster(RosterKind kind, Set<RosterColumn> columns, LocalDate period, List<RowValues> rows) {
        List<LoanRow> loans = new ArrayList<>();
        for (RowValues row : rows) {
            loans.add(LoanRow.of(loans.size() + 6, row));
        }
        return new Roster(
                kind,
                period,
                PeriodSource.COLUMN,
                columns,
                loans.size(),
                loans,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RosterSums(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    static Roster leaders(LocalDate period, GroupLeaderRow... rows) {
        return new Roster(
                RosterKind.GROUP_LEADERS_12,
                period,
                PeriodSource.COLUMN,
                EnumSet.of(RosterColumn.LEADER_CODE, RosterColumn.LEADER_NAME),
                rows.length,
                List.of(),
                List.of(),
                Arrays.asList(rows),
                List.of(),
                List.of(),
                List.of(),
                new RosterSums(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    public RosterOutcome apply(Roster roster) {
        return apply(roster, null);
    }

    RosterOutcome apply(Roster roster, @Nullable String communeCode) {
        RosterSource source = new RosterSource("roster.xlsx", "0".repeat(64), communeCode, "a test");
        return server.bean(RosterService.class)
                .apply(roster, source, server.bean(ServerClock.class).now());
    }

    /** The commune's rows of one type, in the order of the feed. */
    public List<FeedRow> feed(String type) {
        return server.bean(Writer.class)
                .write(tx -> Sql.list(
                        tx.connection(),
                        """
                        SELECT id, village_code, group_code, version, removed, data FROM feed_row
                        WHERE partition_code = ? AND type = ? ORDER BY seq
                        """,
                        row -> new FeedRow(
                                row.getString(1),
                                String.valueOf(row.getString(2)),
                                String.valueOf(row.getString(3)),
                                row.getLong(4),
                                row.getInt(5) == 1,
                                row.getString(6)),
                        commune,
                        type));
    }

    /** How far the commune's feed has come. */
    public long seq() {
        return number("SELECT COALESCE(MAX(seq), 0) FROM feed_row WHERE partition_code = ?", commune);
    }

    public long number(String sql, Object... parameters) {
        return server.bean(Writer.class).write(tx -> Sql.one(tx.connection(), sql, row -> row.getLong(1), parameters)
                .orElseThrow());
    }

    public String text(String sql, Object... parameters) {
        return server.bean(Writer.class)
                .write(tx -> Sql.one(tx.connection(), sql, row -> String.valueOf(row.getString(1)), parameters)
                        .orElseThrow());
    }
}
