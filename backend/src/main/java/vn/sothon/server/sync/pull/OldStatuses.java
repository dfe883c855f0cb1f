package vn.sothon.server.sync.pull;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.DailyRound;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * Takes own records, with their status, out of what phones pull once nothing has changed about them for 24 months. The
 * records stay, and the phone that made them keeps its book.
 */
@Singleton
class OldStatuses implements DailyRound {
    private static final Period SHOWN = Period.ofMonths(24);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);
    private static final int AT_ONCE = 500;

    private final Writer writer;
    private final ServerClock clock;

    OldStatuses(Writer writer, ServerClock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-statuses";
    }

    @Override
    public LocalTime at() {
        return AT_NIGHT;
    }

    @Override
    public void run() {
        long before = clock.today()
                .minus(SHOWN)
                .atStartOfDay(DueDates.VIET_NAM)
                .toInstant()
                .toEpochMilli();
        List<String> partitions = writer.write(tx ->
                Sql.list(tx.connection(), "SELECT code FROM feed_partition ORDER BY code", row -> row.getString(1)));
        for (String partition : partitions) {
            int gone;
            do {
                gone = writer.write(tx -> {
                    List<FeedChange> old = old(tx.connection(), partition, before);
                    old.forEach(tx::announce);
                    return old.size();
                });
            } while (gone == AT_ONCE);
        }
    }

    private static List<FeedChange> old(Connection connection, String partition, long before) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT id, version, person_id FROM feed_row
                WHERE partition_code = ? AND type = ? AND removed = 0 AND changed_at < ? ORDER BY id LIMIT ?
                """,
                row -> FeedChange.forPerson(
                                partition,
                                Pull.Type.recordStatus,
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                "")
                        .gone(),
                partition,
                Pull.Type.recordStatus,
                before,
                AT_ONCE);
    }
}
