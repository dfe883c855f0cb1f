package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.loan.DueCheckLookup;

/** Checks that fall due within days: one per group and week. */
@Singleton
final class ChecksDueSoon implements DailyRule {
    private final DueCheckLookup checks;

    ChecksDueSoon(DueCheckLookup checks) {
        this.checks = checks;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.CHECKS_DUE_SOON;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        return OwedChecks.byGroup(
                rule(),
                round.communeCode(),
                checks
                        .dueBy(
                                connection,
                                round.communeCode(),
                                round.day().plusDays(round.setting().threshold("daysBefore")))
                        .stream()
                        .filter(check -> !check.dueOn().isBefore(round.day()))
                        .toList(),
                OwedChecks::week);
    }
}
