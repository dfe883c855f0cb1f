package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Payload;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.TieView;
import vn.sothon.server.alert.RecordAlerts;
import vn.sothon.server.loan.Obligations;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.Recommendations;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.tie.RecordTie;
import vn.sothon.server.tie.TieService;

/** What follows when a record begins or ceases to count: its tie, its obligations, its recommendations, its status. */
@Singleton
public final class Consequences {
    private final RecordStore records;
    private final TieService ties;
    private final Obligations obligations;
    private final Recommendations recommendations;
    private final Statuses statuses;
    private final AreaLookup areas;
    private final RecordAlerts alerts;

    Consequences(
            RecordStore records,
            TieService ties,
            Obligations obligations,
            Recommendations recommendations,
            Statuses statuses,
            AreaLookup areas,
            RecordAlerts alerts) {
        this.records = records;
        this.ties = ties;
        this.obligations = obligations;
        this.recommendations = recommendations;
        this.statuses = statuses;
        this.areas = areas;
        this.alerts = alerts;
    }

    /** Only the tie, after plans have changed; whether it came out otherwise. */
    public boolean retie(Tx tx, StoredRecord record, Instant at) throws SQLException {
        long before =
                ties.of(tx.connection(), record.id()).map(RecordTie::version).orElse(0L);
        ReadItem item = ReadItem.trusted(records.sealed(tx.connection(), record.id()));
        RecordTie now =
                ties.tie(tx, record, item.payload(), path(record), item.body().planTaskId(), at);
        if (now.version() != before) {
            statuses.announce(tx, record);
        }
        return now.version() != before;
    }

    /** Draws them anew for a stored record, and tells its author's phones. */
    public RecordStatus draw(Tx tx, StoredRecord record, Instant at) throws SQLException {
        ReadItem item = ReadItem.trusted(records.sealed(tx.connection(), record.id()));
        return draw(tx, record, item, at);
    }

    /**
     * Draws them for a record stored just now: nothing of it has a tie, an obligation or a recommendation yet, but what a
     * correction was given by the record it corrects.
     */
    RecordStatus first(Tx tx, StoredRecord record, ReadItem item, List<String> notes, Instant at) throws SQLException {
        if (record.corrects() != null) {
            return draw(tx, record, item, at);
        }
        RecordTie tie = null;
        if (record.counts()) {
            if (record.kind().isTied()) {
                tie = ties.tieFirst(
                        tx, record, item.payload(), path(record), item.body().planTaskId(), at);
            }
            if (item.payload() instanceof LoanUseCheck check) {
                if (check.outcome() == LoanUseCheck.Outcome.CHECKED && record.loanId() != null) {
                    loan(tx, record, record.loanId());
                }
            } else if (item.payload() instanceof MonitoringMinutes minutes) {
                group(tx, record, minutes);
                recommendations.stand(tx, record, minutes);
            }
        }
        alerts.judge(tx, record, item, tie == null ? null : tie.tie(), at);
        List<String> missing =
                item.body().attachments().isEmpty() ? List.of() : records.missing(tx.connection(), record.id());
        return statuses.announce(tx, record, tie, notes, missing);
    }

    private RecordStatus draw(Tx tx, StoredRecord record, ReadItem item, Instant at) throws SQLException {
        Payload payload = item.payload();
        boolean counts = record.counts();
        TieView tie = null;
        if (record.kind().isTied()) {
            if (counts) {
                List<String> path = path(record);
                tie = ties.tie(tx, record, payload, path, item.body().planTaskId(), at)
                        .tie();
            } else {
                untie(tx, record, at);
            }
        }
        if (payload instanceof LoanUseCheck check) {
            loan(tx, record, counts && check.outcome() == LoanUseCheck.Outcome.CHECKED ? record.loanId() : null);
        } else if (payload instanceof MonitoringMinutes minutes) {
            group(tx, record, minutes);
            if (counts) {
                recommendations.stand(tx, record, minutes);
            } else {
                recommendations.fall(tx, record.id());
            }
        }
        alerts.judge(tx, record, item, tie, at);
        return statuses.announce(tx, record);
    }

    private void group(Tx tx, StoredRecord record, MonitoringMinutes minutes) throws SQLException {
        String group = record.groupCode();
        if (!record.counts()) {
            obligations.handOver(tx, record.id(), loan -> List.of());
        } else if (group != null && minutes.form() == MonitoringMinutes.Form.GROUP_16TD) {
            obligations.inspected(tx, group, record.id(), DueDates.day(record.effectiveAt()));
        }
    }

    /** What a person decided about a record holds for the one that now speaks in its place. */
    private void untie(Tx tx, StoredRecord record, Instant at) throws SQLException {
        Optional<RecordTie> decided = ties.untie(tx, record);
        if (decided.isPresent()) {
            Optional<StoredRecord> head = records.headOf(tx.connection(), record.originalId());
            if (head.isPresent() && ties.carry(tx, head.get(), decided.get(), at)) {
                statuses.announce(tx, head.get());
            }
        }
    }

    private void loan(Tx tx, StoredRecord record, @Nullable UUID loanId) throws SQLException {
        if (loanId == null) {
            obligations.handOver(tx, record.id(), loan -> checks(tx.connection(), loan));
        } else {
            obligations.fulfil(tx, loanId, made(record));
        }
    }

    private static Obligations.Made made(StoredRecord record) {
        return new Obligations.Made(record.id(), DueDates.day(record.effectiveAt()));
    }

    private List<Obligations.Made> checks(Connection connection, UUID loan) throws SQLException {
        List<Obligations.Made> checks = new ArrayList<>();
        for (StoredRecord record : records.countingOf(connection, loan)) {
            Payload payload =
                    ReadItem.trusted(records.sealed(connection, record.id())).payload();
            if (payload instanceof LoanUseCheck check && check.outcome() == LoanUseCheck.Outcome.CHECKED) {
                checks.add(made(record));
            }
        }
        return checks;
    }

    private List<String> path(StoredRecord record) {
        Set<String> path = new LinkedHashSet<>();
        if (record.villageCode() != null) {
            path.addAll(areas.path(record.villageCode()));
        }
        path.addAll(areas.path(record.communeCode()));
        path.add(record.communeCode());
        return List.copyOf(path);
    }
}
