package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.loan.DueCheckLookup;

/** Checks that were not made in time: one per group and week in which they fell due, so that none is told twice. */
@Singleton
final class ChecksLate implements DailyRule {
    private final DueCheckLookup checks;

    ChecksLate(DueCheckLookup checks) {
        this.checks = checks;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.CHECKS_LATE;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        return OwedChecks.byGroup(
                rule(),
                round.communeCode(),
                checks.dueBy(connection, round.communeCode(), round.day().minusDays(1)).stream()
                        .filter(check -> !check.dueOn().isBefore(round.startedOn()))
                        .toList(),
                OwedChecks::week);
    }
}
