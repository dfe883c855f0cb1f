package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.server.loan.DueCheckRules.Changes;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.DailyRound;

/**
 * Judges every day what loans owe: three months without a transaction pass between two rosters, too.
 */
@Singleton
public class DueRounds implements DailyRound {
    private static final LocalTime EARLY = LocalTime.of(4, 30);
    private static final int AT_ONCE = 500;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final LoanStore loans;
    private final DueCheckStore checks;
    private final CheckPolicies policies;
    private final ServerClock clock;

    DueRounds(
            TransactionOperations<Connection> transactions,
            Writer writer,
            LoanStore loans,
            DueCheckStore checks,
            CheckPolicies policies,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.loans = loans;
        this.checks = checks;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "due-checks";
    }

    @Override
    public LocalTime at() {
        return EARLY;
    }

    /** Whatever comes today is judged by its own import. */
    @Override
    public boolean isNeedlessToday(Tx tx) throws SQLException {
        return Sql.one(tx.connection(), "SELECT id FROM loan WHERE status = 'OPEN' LIMIT 1", row -> row.getString(1))
                .isEmpty();
    }

    @Override
    public void run() {
        judgeAll();
    }

    /** Looks at every open loan now; how many checks became due or ceased to be. */
    public int judgeAll() {
        LocalDate today = clock.today();
        CheckPolicies.InForce inForce = policies.on(today);
        int changed = 0;
        for (String commune : communes()) {
            List<UUID> open = open(commune);
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                List<UUID> some = open.subList(from, Math.min(open.size(), from + AT_ONCE));
                changed += writer.write(tx -> judge(tx, commune, some, inForce, today));
            }
        }
        return changed;
    }

    private int judge(Tx tx, String commune, List<UUID> some, CheckPolicies.InForce inForce, LocalDate today)
            throws SQLException {
        Map<String, LocalDate> newest = loans.newestPeriods(tx.connection(), List.of(commune));
        DueCheckRules rules = new DueCheckRules(inForce, today, newest);
        Map<UUID, List<DueCheck>> existing = checks.of(tx.connection(), some);
        int changed = 0;
        for (StoredLoan loan : loans.byIds(tx.connection(), some).values()) {
            Changes changes = rules.changes(loan, existing.getOrDefault(loan.id(), List.of()));
            for (DueCheck check : changes.withdrawn()) {
                checks.withdraw(tx.connection(), check);
                tx.announce(check.feedRow(loan).gone());
            }
            for (DueCheck check : changes.put()) {
                checks.put(tx.connection(), check);
                tx.announce(check.feedRow(loan));
            }
            changed += changes.size();
        }
        return changed;
    }

    private List<String> communes() {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT DISTINCT commune_code FROM loan WHERE status = 'OPEN' ORDER BY commune_code",
                row -> row.getString(1)));
    }

    private List<UUID> open(String commune) {
        List<UUID> ids = new ArrayList<>();
        transactions.executeRead(status -> {
            for (StoredLoan loan : loans.openIn(status.getConnection(), List.of(commune))) {
                ids.add(loan.id());
            }
            return ids;
        });
        return ids;
    }
}
