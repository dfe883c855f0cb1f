package vn.sothon.server.loan;

import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Tx;

/** Wants to know of loans that a roster brings for the first time: checks of them may have come before. */
public interface LoanArrivals {
    /** Inside the transaction that stores the loan and what it owes; may come again for the same loan. */
    void arrived(Tx tx, UUID loanId, String number, @Nullable String groupCode, @Nullable String villageCode)
            throws SQLException;
}
