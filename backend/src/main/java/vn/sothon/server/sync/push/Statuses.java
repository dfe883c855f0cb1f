package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.tie.RecordTie;
import vn.sothon.server.tie.TieService;

/** How a record stands, said the same way in a push's answer and in the feed. */
@Singleton
final class Statuses {
    private final RecordStore records;
    private final TieService ties;

    Statuses(RecordStore records, TieService ties) {
        this.records = records;
        this.ties = ties;
    }

    RecordStatus of(Connection connection, StoredRecord record) throws SQLException {
        return of(
                record,
                tie(connection, record),
                records.notes(connection, record.id()),
                records.missing(connection, record.id()));
    }

    private @Nullable RecordTie tie(Connection connection, StoredRecord record) throws SQLException {
        return record.kind().isTied() ? ties.of(connection, record.id()).orElse(null) : null;
    }

    @SuppressWarnings("NullAway") // it does not see @Nullable on a nested type of another module on this JDK
    private static RecordStatus of(
            StoredRecord record, @Nullable RecordTie tie, List<String> notes, List<String> missing) {
        return new RecordStatus(
                record.id(),
                record.status().name(),
                record.waitsFor() == null ? null : record.waitsFor().name(),
                notes.stream().sorted().toList(),
                missing,
                tie == null ? null : tie.tie(),
                tie == null || tie.tie() != null ? null : tie.reason());
    }

    /** Tells the author's phones. */
    RecordStatus announce(Tx tx, StoredRecord record) throws SQLException {
        Connection connection = tx.connection();
        return announce(
                tx,
                record,
                tie(connection, record),
                records.notes(connection, record.id()),
                records.missing(connection, record.id()));
    }

    /** Tells the author's phones of a record whose tie, notes and missing files are at hand. */
    RecordStatus announce(
            Tx tx, StoredRecord record, @Nullable RecordTie tie, List<String> notes, List<String> missing) {
        RecordStatus status = of(record, tie, notes, missing);
        long version = record.version() + (tie == null ? 0 : tie.version());
        tx.announce(FeedChange.forPerson(
                record.communeCode(),
                Pull.Type.recordStatus,
                record.id().toString(),
                version,
                record.personId().toString(),
                Json.write(status)));
        return status;
    }

    @SuppressWarnings("NullAway") // as above
    static Result result(RecordStatus status, Verdict verdict) {
        return new Result(
                status.id(),
                verdict,
                verdict == Verdict.DUPLICATE ? status.status() : null,
                status.notes(),
                status.missing(),
                status.tie(),
                status.untied(),
                status.waitsFor(),
                List.of(),
                null,
                null);
    }
}
