package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.LoanArrivals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** Gives records that named a loan by its number the loan, once a roster brings it: the newest loans come last. */
@Singleton
final class LateLoans implements LoanArrivals {
    private final RecordStore records;
    private final Consequences consequences;
    private final ServerClock clock;

    LateLoans(RecordStore records, Consequences consequences, ServerClock clock) {
        this.records = records;
        this.consequences = consequences;
        this.clock = clock;
    }

    @Override
    public void arrived(Tx tx, UUID loanId, String number, @Nullable String groupCode, @Nullable String villageCode)
            throws SQLException {
        Instant now = clock.now();
        for (UUID id : records.unmatched(tx.connection(), number)) {
            records.matchLoan(tx.connection(), id, loanId, groupCode);
            records.forget(tx.connection(), id, "LOAN_UNMATCHED");
            StoredRecord matched = records.find(tx.connection(), id).orElseThrow();
            consequences.draw(tx, matched, now);
        }
    }
}
