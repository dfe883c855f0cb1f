package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.db.Sql;

/** Compares what people decided with what the logs say of it. */
@Singleton
final class DecisionCheck {
    private record Row(String id, String document, String hash) {}

    void check(Connection connection, LoggedHashes logged, List<Fault> faults) throws SQLException {
        for (Row row : Sql.list(
                connection,
                "SELECT id, document, hash FROM decision ORDER BY id",
                row -> new Row(row.getString(1), row.getString(2), row.getString(3)))) {
            String inLog = logged.decision(row.id);
            if (inLog == null) {
                faults.add(new Fault("DECISION_NOT_IN_LOG", row.id));
            } else if (!inLog.equals(Seals.sha256(row.document)) || !inLog.equals(row.hash)) {
                faults.add(new Fault("DECISION_CHANGED", row.id));
            }
        }
        for (String id : logged.unaskedDecisions()) {
            faults.add(new Fault("DECISION_MISSING", id));
        }
    }
}
