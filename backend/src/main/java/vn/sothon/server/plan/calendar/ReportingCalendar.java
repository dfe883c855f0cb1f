package vn.sothon.server.plan.calendar;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid5;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ReportingDuty;

/**
 * The reports that published plans ask for, as days of a calendar. "Before 30/9" is read as owed on 30/9 at the latest. A
 * duty counts in the years on whose day its plan is in force.
 */
@Singleton
public class ReportingCalendar {
    private static final Comparator<DatedDuty> BY_DAY = Comparator.comparing(
                    DatedDuty::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DatedDuty::id);

    private final PlanLookup plans;
    private final DutyStore store;

    ReportingCalendar(PlanLookup plans, DutyStore store) {
        this.plans = plans;
        this.store = store;
    }

    /**
     * What is owed from the first to the last day, the earliest first, done or not.
     *
     * @param areas the communes and provinces whose plans count: a reader sees his own
     */
    public List<DatedDuty> dueBetween(Connection connection, Collection<String> areas, LocalDate first, LocalDate last)
            throws SQLException {
        List<DatedDuty> due = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (DatedDuty duty : ofYear(connection, areas, year)) {
                LocalDate day = duty.due();
                if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
                    due.add(duty);
                }
            }
        }
        return due;
    }

    /** All of one year, the earliest first; those without a day come last. */
    public List<DatedDuty> ofYear(Connection connection, Collection<String> areas, int year) throws SQLException {
        Map<UUID, DatedDuty> duties = new LinkedHashMap<>();
        for (PlanView plan : plans.inForce(connection, areas)) {
            ImportedPlan document = plans.document(connection, plan.id()).orElseThrow();
            for (ReportingDuty duty : document.reporting()) {
                DatedDuty dated = dated(plan, duty, year);
                if (dated != null) {
                    duties.put(dated.id(), dated);
                }
            }
        }
        Map<UUID, DutyDone> done = store.done(connection, areas);
        return duties.values().stream()
                .map(duty -> duty.done(done.get(duty.id())))
                .sorted(BY_DAY)
                .toList();
    }

    /** What the log must pin of each mark, by id. */
    public Map<String, String> hashes(Connection connection) throws SQLException {
        Map<String, String> hashes = new LinkedHashMap<>();
        store.all(connection).forEach(done -> hashes.put(done.id().toString(), done.hash()));
        return hashes;
    }

    private static @Nullable DatedDuty dated(PlanView plan, ReportingDuty duty, int year) {
        LocalDate due = day(duty.by(), year);
        LocalDate counted = due == null ? LocalDate.of(year, 12, 31) : due;
        boolean begun = plan.from() != null && !counted.isBefore(plan.from());
        boolean over = plan.to() != null && counted.isAfter(plan.to());
        UUID line = plan.line();
        String area = plan.areaCode();
        if (!begun || over || line == null || area == null) {
            return null;
        }
        String words = String.join(";", duty.from()) + "\n" + String.join(";", duty.to());
        UUID id = Uuid5.of(line, "duty\n" + duty.by() + "\n" + FoldedText.words(words) + "\n" + year);
        return new DatedDuty(id, line, plan.title(), area, year, due, duty.from(), duty.to(), duty.text(), null);
    }

    /** {@code --MM-DD} of that year; 29 February becomes the last of the month where there is none. */
    private static @Nullable LocalDate day(@Nullable String by, int year) {
        return by == null ? null : MonthDay.parse(by).atYear(year);
    }
}
