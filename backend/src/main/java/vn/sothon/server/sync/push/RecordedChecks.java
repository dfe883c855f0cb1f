package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.loan.ChecksMade;
import vn.sothon.server.record.RecordStore;

/** Reads from the sealed bytes which loans and groups were checked: an attempt is not a check. */
@Singleton
final class RecordedChecks implements ChecksMade {
    private final RecordStore records;

    RecordedChecks(RecordStore records) {
        this.records = records;
    }

    @Override
    public Map<UUID, LocalDate> ofLoans(Connection connection, Collection<String> communes, int year)
            throws SQLException {
        Map<UUID, LocalDate> days = new HashMap<>();
        for (RecordStore.Counting record : counting(connection, RecordKind.LOAN_USE_CHECK, communes, year)) {
            if (record.loanId() != null
                    && ReadItem.trusted(record.sealed()).payload() instanceof LoanUseCheck check
                    && check.outcome() == LoanUseCheck.Outcome.CHECKED) {
                days.put(record.loanId(), DueDates.day(record.effectiveAt()));
            }
        }
        return days;
    }

    @Override
    public Map<String, List<LocalDate>> ofGroups(Connection connection, Collection<String> communes, int year)
            throws SQLException {
        Map<String, List<LocalDate>> days = new HashMap<>();
        for (RecordStore.Counting record : counting(connection, RecordKind.MONITORING_MINUTES, communes, year)) {
            if (record.groupCode() != null
                    && ReadItem.trusted(record.sealed()).payload() instanceof MonitoringMinutes minutes
                    && minutes.form() == MonitoringMinutes.Form.GROUP_16TD) {
                days.computeIfAbsent(record.groupCode(), code -> new ArrayList<>())
                        .add(DueDates.day(record.effectiveAt()));
            }
        }
        return days;
    }

    private List<RecordStore.Counting> counting(
            Connection connection, RecordKind kind, Collection<String> communes, int year) throws SQLException {
        return records.counting(connection, kind, communes, startOf(year), startOf(year + 1));
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(DueDates.VIET_NAM).toInstant();
    }
}
