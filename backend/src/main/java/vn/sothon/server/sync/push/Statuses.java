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

    @SuppressWarnings("NullAway") // it does not see @Nullable on a nested type of another module on this JDK
    RecordStatus of(Connection connection, StoredRecord record) throws SQLException {
        @Nullable
        RecordTie tie =
                record.kind().isTied() ? ties.of(connection, record.id()).orElse(null) : null;
        return new RecordStatus(
                record.id(),
                record.status().name(),
                record.waitsFor() == null ? null : record.waitsFor().name(),
                records.notes(connection, record.id()),
                records.missing(connection, record.id()),
                tie == null ? null : tie.tie(),
                tie == null || tie.tie() != null ? null : tie.reason());
    }

    /** Tells the author's phones. */
    RecordStatus announce(Tx tx, StoredRecord record) throws SQLException {
        RecordStatus status = of(tx.connection(), record);
        long version = record.version()
                + ties.of(tx.connection(), record.id()).map(RecordTie::version).orElse(0L);
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
