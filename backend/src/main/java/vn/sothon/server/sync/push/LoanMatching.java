package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordIntake;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** Gives a record the loan it is about, with everything that follows from that. */
@Singleton
public final class LoanMatching {
    private final RecordStore records;
    private final RecordIntake intake;
    private final LoanLookup loans;
    private final Consequences consequences;

    LoanMatching(RecordStore records, RecordIntake intake, LoanLookup loans, Consequences consequences) {
        this.records = records;
        this.intake = intake;
        this.loans = loans;
        this.consequences = consequences;
    }

    public void match(Tx tx, UUID recordId, UUID loanId, @Nullable String groupCode, Instant at) throws SQLException {
        records.matchLoan(tx.connection(), recordId, loanId, groupCode);
        records.forget(tx.connection(), recordId, "LOAN_UNMATCHED");
        StoredRecord matched = records.find(tx.connection(), recordId).orElseThrow();
        Optional<LoanLookup.Place> loan = loans.byId(tx.connection(), loanId);
        String village = loan.map(LoanLookup.Place::villageCode).orElse(null);
        if (village != null && matched.villageCode() != null && !village.equals(matched.villageCode())) {
            records.note(tx.connection(), recordId, "ROSTER_CHANGED", at);
        }
        intake.matched(tx, matched, loan.map(LoanLookup.Place::disbursed).orElse(null), at);
        consequences.draw(tx, matched, at);
    }
}
