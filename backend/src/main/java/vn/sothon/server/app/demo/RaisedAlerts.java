package vn.sothon.server.app.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.server.platform.db.Sql;

/** The alerts a server's folder holds by rule, asked of the closed database by a plain query. */
record RaisedAlerts(String rule, long raised, long unresolved, long readers) {

    /** The most frequent first. */
    static List<RaisedAlerts> in(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sothon.db"))) {
            return Sql.list(
                    connection,
                    """
                    SELECT a.rule, COUNT(*), SUM(CASE WHEN a.state = 'RESOLVED' THEN 0 ELSE 1 END),
                        (SELECT COUNT(DISTINCT r.person_id) FROM alert_reader r JOIN alert b ON b.id = r.alert_id
                         WHERE b.rule = a.rule)
                    FROM alert a GROUP BY a.rule ORDER BY COUNT(*) DESC, a.rule
                    """,
                    row -> new RaisedAlerts(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        }
    }
}
