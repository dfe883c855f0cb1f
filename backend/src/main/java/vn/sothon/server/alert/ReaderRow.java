package vn.sothon.server.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.audience.Reader;

/** A row of {@code alert_reader}. */
final class ReaderRow {
    private ReaderRow() {}

    static Reader read(ResultSet row) throws SQLException {
        return new Reader(
                UUID.fromString(row.getString("person_id")),
                ActingRole.valueOf(row.getString("role")),
                row.getInt("brief") == 1,
                row.getInt("may_answer") == 1);
    }
}
