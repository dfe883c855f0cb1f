package vn.sothon.server;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/**
 * A device that is simply there, with its person and his grants, for tests that are not about enrolment.
 *
 * @param token what it shows as bearer
 */
public record TestPhone(UUID deviceId, UUID personId, String token) {

    public static TestPhone on(RunningServer server, Grant... grants) {
        TestPhone phone = new TestPhone(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID().toString());
        server.bean(Writer.class).write(tx -> {
            insert(
                    tx,
                    "INSERT INTO person (id, name, name_search, made_at, version) VALUES (?, 'Person', 'person', 0, 1)",
                    phone.personId);
            insert(
                    tx,
                    "INSERT INTO device (id, person_id, key_id, public_key, token_hash, enrolled_at) VALUES (?, ?, ?, 'none', ?, 0)",
                    phone.deviceId,
                    phone.personId,
                    UUID.randomUUID(),
                    Seals.sha256(phone.token));
            for (Grant grant : grants) {
                phone.grant(tx, grant);
            }
            return phone;
        });
        return phone;
    }

    /** One more grant, from now on. */
    public void grant(Tx tx, Grant grant) throws SQLException {
        insert(
                tx,
                "INSERT INTO person_grant (id, person_id, role, area_code, group_code, association, from_day, to_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                personId,
                grant.role(),
                grant.areaCode(),
                grant.groupCode(),
                grant.association(),
                grant.from(),
                grant.to());
    }

    public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private static void insert(Tx tx, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i] == null ? null : values[i].toString());
            }
            statement.executeUpdate();
        }
    }
}
