package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.loan.DueCheckLookup;

/** What was late before the commune started: one per group, whatever its age. */
@Singleton
final class ChecksBacklog implements DailyRule {
    private final DueCheckLookup checks;

    ChecksBacklog(DueCheckLookup checks) {
        this.checks = checks;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.CHECKS_BACKLOG;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        return OwedChecks.byGroup(
                rule(),
                round.communeCode(),
                checks.dueBy(connection, round.communeCode(), round.startedOn().minusDays(1)),
                due -> "backlog");
    }
}
