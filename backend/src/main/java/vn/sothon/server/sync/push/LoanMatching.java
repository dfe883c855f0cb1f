package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** Gives a record the loan it is about, with everything that follows from that. */
@Singleton
public final class LoanMatching {
    private final RecordStore records;
    private final Consequences consequences;

    LoanMatching(RecordStore records, Consequences consequences) {
        this.records = records;
        this.consequences = consequences;
    }

    public void match(Tx tx, UUID recordId, UUID loanId, @Nullable String groupCode, Instant at) throws SQLException {
        records.matchLoan(tx.connection(), recordId, loanId, groupCode);
        records.forget(tx.connection(), recordId, "LOAN_UNMATCHED");
        StoredRecord matched = records.find(tx.connection(), recordId).orElseThrow();
        consequences.draw(tx, matched, at);
    }
}
