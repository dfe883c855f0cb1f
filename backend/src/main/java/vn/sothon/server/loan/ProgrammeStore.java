package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.Ledger;

/**
 * Loan programmes. The first name a roster gives stays: offices word it differently, and every phone of the country
 * would pull each change.
 */
@Singleton
final class ProgrammeStore {
    /** Of these codes, the ones not known yet, or known by their code alone. */
    Map<String, String> missing(Connection connection, Map<String, String> named) throws SQLException {
        Map<String, String> missing = new HashMap<>(named);
        Sql.in(
                        connection,
                        "SELECT code, name FROM programme WHERE code IN (%s)",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        named.keySet())
                .forEach(known -> {
                    boolean hasName = !known.getValue().equals(known.getKey());
                    if (hasName || known.getKey().equals(named.get(known.getKey()))) {
                        missing.remove(known.getKey());
                    }
                });
        return missing;
    }

    void put(Tx tx, String code, String name) throws SQLException {
        Sql.update(
                tx.connection(),
                "INSERT INTO programme (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name",
                code,
                name);
        long version = name.equals(code) ? 1 : 2;
        String data = Json.write(new Views.Programme(code, name));
        tx.announce(FeedChange.of(Ledger.COUNTRY, Pull.Type.programme, code, version, data));
    }
}
