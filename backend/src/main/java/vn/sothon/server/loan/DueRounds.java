package vn.sothon.server.loan;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.loan.DueCheckRules.Changes;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/**
 * Judges every day what loans owe: three months without a transaction pass between two rosters, too. A round made twice
 * on one day changes nothing the second time.
 */
@Singleton
public class DueRounds implements JobHandler, ApplicationEventListener<ServerStartupEvent> {
    private static final String KIND = "due-checks-round";
    private static final LocalTime EARLY = LocalTime.of(4, 30);
    private static final int AT_ONCE = 500;

    private final Provider<Jobs> jobs;
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final LoanStore loans;
    private final DueCheckStore checks;
    private final CheckPolicies policies;
    private final ServerClock clock;

    DueRounds(
            Provider<Jobs> jobs,
            TransactionOperations<Connection> transactions,
            Writer writer,
            LoanStore loans,
            DueCheckStore checks,
            CheckPolicies policies,
            ServerClock clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.writer = writer;
        this.loans = loans;
        this.checks = checks;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        LocalDate today = clock.today();
        writer.write(tx -> {
            boolean made =
                    Sql.one(tx.connection(), "SELECT day FROM due_round WHERE day = ?", row -> row.getString(1), today)
                                    .isPresent()
                            || isWithoutLoans(tx);
            promise(tx, made ? today.plusDays(1) : today);
            return made;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String day) {
        run();
        LocalDate today = clock.today();
        writer.write(tx -> {
            Sql.update(
                    tx.connection(),
                    "INSERT INTO due_round (day, made_at) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
                    today,
                    clock.millis());
            promise(tx, today.plusDays(1));
            return today;
        });
    }

    /** Looks at every open loan now; how many checks became due or ceased to be. */
    public int run() {
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

    /** Whatever comes today is judged by its own import. */
    private static boolean isWithoutLoans(Tx tx) throws SQLException {
        return Sql.one(tx.connection(), "SELECT id FROM loan WHERE status = 'OPEN' LIMIT 1", row -> row.getString(1))
                .isEmpty();
    }

    private void promise(Tx tx, LocalDate day) throws SQLException {
        jobs.get()
                .promiseOnce(
                        tx,
                        KIND + " " + day,
                        KIND,
                        day.toString(),
                        day.atTime(EARLY).atZone(DueDates.VIET_NAM).toInstant());
    }
}
