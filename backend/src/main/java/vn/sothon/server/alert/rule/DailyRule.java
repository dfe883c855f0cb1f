package vn.sothon.server.alert.rule;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.sothon.model.alert.AlertRule;

/** A rule that looks at a commune once a day and names every matter that stands then; what it names no more is gone. */
public interface DailyRule {
    AlertRule rule();

    List<Noticed> met(Connection connection, Round round) throws SQLException;

    /**
     * One commune's round.
     *
     * @param startedOn the first day alerts looked at the commune
     */
    record Round(String communeCode, LocalDate day, Instant at, LocalDate startedOn, RuleSetting setting) {}
}
