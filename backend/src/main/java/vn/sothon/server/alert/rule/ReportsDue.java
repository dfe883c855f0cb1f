package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.plan.calendar.DatedDuty;
import vn.sothon.server.plan.calendar.ReportingCalendar;

/** Reports that the commune's own plans ask for: from some days before their day until they are marked as done. */
@Singleton
final class ReportsDue implements DailyRule {
    private final ReportingCalendar calendar;

    ReportsDue(ReportingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.REPORT_DUE;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        LocalDate first = round.day().minusDays(round.setting().threshold("daysAfter"));
        LocalDate last = round.day().plusDays(round.setting().threshold("daysBefore"));
        List<Noticed> noticed = new ArrayList<>();
        for (DatedDuty duty : calendar.dueBetween(connection, List.of(round.communeCode()), first, last)) {
            LocalDate due = duty.due();
            if (duty.done() == null && due != null) {
                noticed.add(new Noticed(
                        rule(),
                        "report " + duty.id(),
                        null,
                        new Noticed.Place(round.communeCode(), null, null, null),
                        Noticed.Refs.NONE,
                        Map.of("dueDay", due.toString(), "planTitle", duty.planTitle())));
            }
        }
        return noticed;
    }
}
