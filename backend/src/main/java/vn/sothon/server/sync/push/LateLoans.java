package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.LoanArrivals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordStore;

/** Gives records that named a loan by its number the loan, once a roster brings it: the newest loans come last. */
@Singleton
final class LateLoans implements LoanArrivals {
    private final RecordStore records;
    private final LoanMatching matching;
    private final ServerClock clock;

    LateLoans(RecordStore records, LoanMatching matching, ServerClock clock) {
        this.records = records;
        this.matching = matching;
        this.clock = clock;
    }

    @Override
    public void arrived(Tx tx, UUID loanId, String number, @Nullable String groupCode, @Nullable String villageCode)
            throws SQLException {
        for (UUID id : records.unmatched(tx.connection(), number)) {
            matching.match(tx, id, loanId, groupCode, clock.now());
        }
    }
}
