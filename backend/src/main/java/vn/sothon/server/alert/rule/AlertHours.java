package vn.sothon.server.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.cache.BriefCache;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Decisions;
import vn.sothon.server.platform.ledger.Ledger;

/** When messages let people sleep, and when the day's summary is sent: the build's own hours until others are set. */
@Singleton
public class AlertHours {
    /** The kind of decision kept for each change. */
    public static final String KIND = "ALERT_HOURS";

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final Decisions decisions;
    private final ServerClock clock;
    private final BriefCache<String, List<Hours>> known;

    AlertHours(
            TransactionOperations<Connection> transactions,
            Writer writer,
            Decisions decisions,
            ServerClock clock,
            AlertRules rules) {
        this.transactions = transactions;
        this.writer = writer;
        this.decisions = decisions;
        this.clock = clock;
        Hours usual = new Hours(EVER, rules.quietFrom(), rules.quietTo(), rules.summaryAt());
        this.known = new BriefCache<>(1, Duration.ofSeconds(20), all -> Optional.of(read(usual)));
    }

    /**
     * Hours by the clocks of Viet Nam; the quiet ones may span midnight, and are none where both are the same.
     *
     * @param from the first day they hold
     */
    public record Hours(LocalDate from, LocalTime quietFrom, LocalTime quietTo, LocalTime summaryAt) {}

    /** What a decision says; times as {@code HH:mm}. */
    public record Decided(
            @JsonProperty("from") LocalDate from,
            @JsonProperty("quietFrom") String quietFrom,
            @JsonProperty("quietTo") String quietTo,
            @JsonProperty("summaryAt") String summaryAt) {
        static Decided of(Hours hours) {
            return new Decided(
                    hours.from, hours.quietFrom.toString(), hours.quietTo.toString(), hours.summaryAt.toString());
        }
    }

    /** The hours of that day. */
    public Hours on(LocalDate day) {
        List<Hours> all = all();
        return all.stream()
                .filter(hours -> !hours.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all.get(0));
    }

    /** All that were set, in the order of their days, the build's own first. */
    public List<Hours> all() {
        return known.find("").orElseThrow();
    }

    /**
     * Sets the hours from a day on; hours set for the same day before are replaced. A summary that is promised already
     * keeps its hour, so a new one holds a day later at most.
     *
     * @param by who decides so
     * @throws AdminRefused {@code DAY_TOO_EARLY}
     */
    public void set(Hours hours, UUID by) {
        if (hours.from().isBefore(clock.today())) {
            throw new AdminRefused("DAY_TOO_EARLY", "Hours hold from today on at the earliest.");
        }
        writer.write(tx -> {
            Sql.update(
                    tx.connection(),
                    """
                    INSERT INTO alert_hours (from_day, quiet_from, quiet_to, summary_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (from_day) DO UPDATE SET quiet_from = excluded.quiet_from,
                        quiet_to = excluded.quiet_to, summary_at = excluded.summary_at
                    """,
                    hours.from(),
                    hours.quietFrom().toString(),
                    hours.quietTo().toString(),
                    hours.summaryAt().toString());
            return decisions.record(tx, Ledger.COUNTRY, KIND, hours.from().toString(), by, Decided.of(hours));
        });
        known.clear();
    }

    private List<Hours> read(Hours usual) {
        return transactions.executeRead(status -> read(status.getConnection(), usual));
    }

    private static List<Hours> read(Connection connection, Hours usual) throws SQLException {
        List<Hours> all = new ArrayList<>(List.of(usual));
        all.addAll(Sql.list(
                connection,
                "SELECT from_day, quiet_from, quiet_to, summary_at FROM alert_hours ORDER BY from_day",
                row -> new Hours(
                        LocalDate.parse(row.getString(1)),
                        LocalTime.parse(row.getString(2)),
                        LocalTime.parse(row.getString(3)),
                        LocalTime.parse(row.getString(4)))));
        return all;
    }
}
