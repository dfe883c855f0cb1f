package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.server.alert.AlertActs;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.Recommendations;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.tie.RecordTie;
import vn.sothon.server.tie.TieService;

/** Does what an accepted act says, where it still can. */
@Singleton
final class Acts {
    private final Recommendations recommendations;
    private final RecordStore records;
    private final TieService ties;
    private final Statuses statuses;
    private final AlertActs alerts;
    private final Offices offices;

    Acts(
            Recommendations recommendations,
            RecordStore records,
            TieService ties,
            Statuses statuses,
            AlertActs alerts,
            Offices offices) {
        this.recommendations = recommendations;
        this.records = records;
        this.ties = ties;
        this.statuses = statuses;
        this.alerts = alerts;
        this.offices = offices;
    }

    /** What there is to note about it; one without effect is kept all the same, with the note {@code NO_EFFECT}. */
    List<String> perform(Tx tx, StoredRecord record, Act act, Instant at) throws SQLException {
        if (act instanceof Act.CloseRecommendation close) {
            return noted(close(tx, record, close));
        }
        if (act instanceof Act.Retie retie) {
            return noted(retie(tx, record, retie, at));
        }
        return alerts.perform(tx, record, act);
    }

    private static List<String> noted(boolean hadEffect) {
        return hadEffect ? List.of() : List.of(AlertActs.NO_EFFECT);
    }

    /** Only one who answers for its place, who is not the one it is about, and who saw it as it stands. */
    private boolean close(Tx tx, StoredRecord act, Act.CloseRecommendation close) throws SQLException {
        Optional<Recommendations.Standing> found = recommendations
                .standing(tx.connection(), close.recommendationId())
                .filter(Recommendations.Standing::open)
                .filter(standing -> standing.version() == close.basedOn())
                .filter(standing -> standing.communeCode().equals(act.communeCode()))
                .filter(standing -> !standing.concerned().contains(act.personId()));
        if (found.isEmpty() || !offices.covers(tx.connection(), act, found.get())) {
            return false;
        }
        recommendations.close(tx, found.get().id(), act.id());
        return true;
    }

    /** The version of a record's tie: what an act says it was based on. */
    private long seen(Tx tx, StoredRecord record) throws SQLException {
        return ties.of(tx.connection(), record.id()).map(RecordTie::version).orElse(0L);
    }

    private boolean retie(Tx tx, StoredRecord record, Act.Retie retie, Instant at) throws SQLException {
        Optional<StoredRecord> target = records.find(tx.connection(), retie.recordId());
        if (record.actingRole() != ActingRole.COMMUNE_LEADER
                || target.isEmpty()
                || !target.get().counts()
                || seen(tx, target.get()) != retie.basedOn()
                || !target.get().kind().isTied()
                || !target.get().communeCode().equals(record.communeCode())) {
            return false;
        }
        try {
            ties.byPerson(tx, target.get(), retie.planTaskId(), retie.reason(), at);
            statuses.announce(tx, target.get());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
