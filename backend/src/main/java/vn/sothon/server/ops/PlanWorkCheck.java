package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sothon.server.plan.calendar.ReportingCalendar;
import vn.sothon.server.plan.result.TaskResultLookup;

/** Compares results of tasks, figures of targets and reports marked as sent with what the logs pinned when they came. */
@Singleton
final class PlanWorkCheck {
    private final TaskResultLookup results;
    private final ReportingCalendar calendar;

    PlanWorkCheck(TaskResultLookup results, ReportingCalendar calendar) {
        this.results = results;
        this.calendar = calendar;
    }

    void check(Connection connection, LoggedHashes logged, List<Fault> faults) throws SQLException {
        Map<String, String> stored = new TreeMap<>(results.hashes(connection));
        stored.putAll(calendar.hashes(connection));
        stored.forEach((id, hash) -> {
            if (!hash.equals(logged.results().get(id))) {
                faults.add(new Fault("RESULT_CHANGED", id));
            }
        });
        for (String id : logged.results().keySet()) {
            if (!stored.containsKey(id)) {
                faults.add(new Fault("RESULT_MISSING", id));
            }
        }
    }
}
