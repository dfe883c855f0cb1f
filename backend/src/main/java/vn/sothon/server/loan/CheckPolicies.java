package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Decisions;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.Ledger;

/** Which policy holds on a day. A new server begins with the usual one. */
@Context
public class CheckPolicies {
    /** The kind of decision kept for each change. */
    public static final String KIND = "CHECK_POLICY";

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final Decisions decisions;
    private final ServerClock clock;

    CheckPolicies(
            TransactionOperations<Connection> transactions, Writer writer, Decisions decisions, ServerClock clock) {
        this.decisions = decisions;
        this.transactions = transactions;
        this.writer = writer;
        this.clock = clock;
    }

    /** What a decision says. */
    public record Decided(
            @JsonProperty("policy") CheckPolicy policy,
            @JsonProperty("quietProgrammes") List<String> quietProgrammes) {}

    /**
     * A policy and what it does not ask of.
     *
     * @param quietProgrammes codes of programmes whose loans may go long without a transaction
     */
    public record InForce(CheckPolicy policy, Set<String> quietProgrammes) {}

    @PostConstruct
    void beginWithTheUsual() {
        if (all().isEmpty()) {
            put(CheckPolicy.usualFrom(clock.today()));
        }
    }

    /** The policy of that day; before the first policy began, the first one. */
    public InForce on(LocalDate day) {
        List<InForce> all = all();
        return all.stream()
                .filter(one -> !one.policy().from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all.get(0));
    }

    /** Holds from its day on; takes the place of a policy of the same day. */
    public void put(CheckPolicy policy) {
        writer.write(tx -> put(tx, policy));
    }

    /**
     * Decides on a policy; like {@link #put}, and the decision is kept. Checks that are owed already keep their days.
     *
     * @param by who decides so
     * @throws AdminRefused {@code DAY_TOO_EARLY}
     */
    public void decide(CheckPolicy policy, Set<String> quietProgrammes, UUID by) {
        if (policy.from().isBefore(clock.today())) {
            throw new AdminRefused("DAY_TOO_EARLY", "A policy begins today at the earliest.");
        }
        writer.write(tx -> {
            put(tx, policy);
            Sql.update(
                    tx.connection(),
                    "UPDATE check_policy SET quiet_programmes = ? WHERE from_day = ?",
                    String.join(" ", new TreeSet<>(quietProgrammes)),
                    policy.from());
            return decisions.record(
                    tx,
                    Ledger.COUNTRY,
                    KIND,
                    policy.from().toString(),
                    by,
                    new Decided(policy, List.copyOf(new TreeSet<>(quietProgrammes))));
        });
    }

    /** All policies, in the order of their days. */
    public List<InForce> all() {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT policy, quiet_programmes FROM check_policy ORDER BY from_day",
                row -> new InForce(policy(row.getString(1)), programmes(row.getString(2)))));
    }

    private static Set<String> programmes(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    private static long put(Tx tx, CheckPolicy policy) throws SQLException {
        String id = policy.from().toString();
        String data = Json.write(policy);
        Sql.update(
                tx.connection(),
                """
                INSERT INTO check_policy (from_day, policy, version) VALUES (?, ?, 1)
                ON CONFLICT (from_day) DO UPDATE SET policy = excluded.policy, version = check_policy.version + 1
                """,
                id,
                data);
        long version = Sql.one(
                        tx.connection(),
                        "SELECT version FROM check_policy WHERE from_day = ?",
                        row -> row.getLong(1),
                        id)
                .orElseThrow();
        tx.announce(FeedChange.of(Ledger.COUNTRY, Pull.Type.policy, id, version, data));
        return version;
    }

    private static CheckPolicy policy(String json) {
        try {
            return Json.tolerant(json, CheckPolicy.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored policy is not understood", e);
        }
    }
}
