package vn.sothon.server.plan.calendar;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.server.platform.db.Sql;

/** Rows of reports marked as sent. */
@Singleton
class DutyStore {

    void insert(Connection connection, DatedDuty duty, DutyDone done) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO duty_done (id, duty_id, plan_line, area_code, sent_on, document_number, person_id, counts,
                    entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                done.id(),
                done.dutyId(),
                duty.planLine(),
                duty.areaCode(),
                done.sentOn(),
                done.documentNumber(),
                done.personId(),
                done.counts(),
                done.enteredAt().toEpochMilli());
    }

    /** The newest mark of each duty of those areas that was not taken back. */
    Map<UUID, DutyDone> done(Connection connection, Collection<String> areas) throws SQLException {
        Map<UUID, DutyDone> newest = new LinkedHashMap<>();
        List<DutyDone> marks = Sql.in(
                connection,
                "SELECT * FROM duty_done WHERE area_code IN (%s) ORDER BY entered_at, id",
                DutyStore::done,
                areas);
        for (DutyDone mark : marks) {
            newest.put(mark.dutyId(), mark);
        }
        newest.values().removeIf(mark -> !mark.counts());
        return newest;
    }

    List<DutyDone> all(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT * FROM duty_done ORDER BY id", DutyStore::done);
    }

    private static DutyDone done(ResultSet row) throws SQLException {
        return new DutyDone(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("duty_id")),
                LocalDate.parse(row.getString("sent_on")),
                row.getString("document_number"),
                UUID.fromString(row.getString("person_id")),
                row.getInt("counts") == 1,
                Instant.ofEpochMilli(row.getLong("entered_at")));
    }
}
