package vn.sothon.server.sync.pull;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * A province of its own with two communes; in the first, two villages with a group each: the one of association 12, the
 * other of 11.
 */
final class World {
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final RunningServer server;
    final String province = "P" + NEXT.incrementAndGet();
    final String commune = province + "-C1";
    final String otherCommune = province + "-C2";
    final String upper = commune + "-V1";
    final String lower = commune + "-V2";
    final String women = commune + "-G1";
    final String farmers = commune + "-G2";

    World(RunningServer server) {
        this.server = server;
        server.bean(Writer.class).write(tx -> {
            area(tx, province, "PROVINCE", null);
            area(tx, commune, "COMMUNE", province);
            area(tx, otherCommune, "COMMUNE", province);
            area(tx, upper, "VILLAGE", commune);
            area(tx, lower, "VILLAGE", commune);
            group(tx, women, upper, "12");
            group(tx, farmers, lower, "11");
            return tx;
        });
    }

    void announce(FeedChange... changes) {
        server.bean(Writer.class).write(tx -> {
            List.of(changes).forEach(tx::announce);
            return tx;
        });
    }

    FeedChange loan(String id, long version, String village, String group) {
        return FeedChange.at(commune, Pull.Type.loan, id, version, village, group, "{\"id\":\"" + id + "\"}");
    }

    static FeedChange task(String partition, String id) {
        return FeedChange.of(partition, Pull.Type.planTask, id, 1, "{}");
    }

    PullingPhone phone(Grant... grants) {
        return new PullingPhone(server, TestPhone.on(server, grants));
    }

    static Grant grant(ActingRole role, String area) {
        return new Grant(role, area, null, null, TestPhone.LONG_AGO, null);
    }

    Grant leaderOf(String group) {
        return new Grant(ActingRole.GROUP_LEADER, commune, group, null, TestPhone.LONG_AGO, null);
    }

    Grant officerOf(String association) {
        return new Grant(ActingRole.ASSOCIATION_OFFICER, commune, null, association, TestPhone.LONG_AGO, null);
    }

    private static void area(Tx tx, String code, String kind, @Nullable String parent) throws SQLException {
        run(
                tx,
                "INSERT INTO area (code, kind, name, parent_code, from_day, version) VALUES (?, ?, ?, ?, '2020-01-01', 1)",
                code,
                kind,
                code,
                parent);
    }

    private void group(Tx tx, String code, String village, String association) throws SQLException {
        run(
                tx,
                "INSERT INTO savings_group (code, name, commune_code, village_code, association, version) VALUES (?, ?, ?, ?, ?, 1)",
                code,
                code,
                commune,
                village,
                association);
    }

    private static void run(Tx tx, String sql, @Nullable String... values) throws SQLException {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
