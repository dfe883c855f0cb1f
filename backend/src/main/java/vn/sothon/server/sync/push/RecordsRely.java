package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.sothon.server.loan.LoanReliance;
import vn.sothon.server.loan.RosterUndo;
import vn.sothon.server.record.RecordStore;

/** A record says what was seen of its loan: a roster it may have seen is not taken back from under it. */
@Singleton
final class RecordsRely implements LoanReliance {
    private final RecordStore records;

    RecordsRely(RecordStore records) {
        this.records = records;
    }

    @Override
    public RosterUndo.Reason reason() {
        return RosterUndo.Reason.RECORDS_RELY;
    }

    @Override
    public int count(Connection connection, Set<UUID> brought, Set<UUID> touched, Instant since) throws SQLException {
        // A record may have come before its loan did; without the loan it would hang in the air.
        int ofBrought = records.naming(connection, brought, Instant.EPOCH);
        return ofBrought > 0 ? ofBrought : records.naming(connection, touched, since);
    }
}
