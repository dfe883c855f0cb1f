package vn.sothon.server.ops;

import io.micronaut.context.annotation.Context;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.LogEntry;

/** Gives entries that older servers wrote the key by which they are found: once, at the first start that asks for it. */
@Context
final class LogEntryKeys {
    private static final int AT_ONCE = 500;

    private record Old(String partition, long n, String entry) {}

    LogEntryKeys(TransactionOperations<Connection> transactions, Writer writer) {
        List<Old> old = some(transactions);
        while (!old.isEmpty()) {
            List<Old> these = old;
            writer.write(tx -> {
                for (Old one : these) {
                    Sql.update(
                            tx.connection(),
                            "UPDATE log_entry SET about = ? WHERE partition_code = ? AND n = ?",
                            about(one.entry),
                            one.partition,
                            one.n);
                }
                return these.size();
            });
            old = some(transactions);
        }
    }

    private static List<Old> some(TransactionOperations<Connection> transactions) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT partition_code, n, entry FROM log_entry WHERE about IS NULL LIMIT " + AT_ONCE,
                row -> new Old(row.getString(1), row.getLong(2), row.getString(3))));
    }

    /** An entry that cannot be read is for the verification to name. */
    private static String about(String entry) {
        try {
            return Json.strict(entry, LogEntry.Numbered.class).id();
        } catch (JsonRefused e) {
            return "";
        }
    }
}
