package vn.sothon.server.alert;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/**
 * Who acts for whom while he or she is away. A deputy holds the same office for those days, so alerts, records and phones
 * need no second kind of right; here it is kept in whose place that was.
 */
@Singleton
public class Deputies {
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final PeopleService people;
    private final PersonLookup lookup;
    private final ServerClock clock;

    Deputies(
            TransactionOperations<Connection> transactions,
            Writer writer,
            PeopleService people,
            PersonLookup lookup,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.people = people;
        this.lookup = lookup;
        this.clock = clock;
    }

    /** One stretch of days; both are in it. */
    public record Deputy(
            UUID id, UUID personId, UUID deputyId, ActingRole role, String areaCode, LocalDate from, LocalDate to) {}

    /**
     * Lets somebody act in another's office from one day to another.
     *
     * @throws AdminRefused if that person does not hold the office then, or the days are the wrong way round
     */
    public Deputy appoint(
            UUID personId, UUID deputyId, ActingRole role, String areaCode, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new AdminRefused("DAYS", "A deputy's last day cannot be before the first.");
        }
        Grant office = lookup.grants(personId).stream()
                .filter(grant -> grant.role() == role && grant.areaCode().equals(areaCode))
                .filter(grant -> !from.isBefore(grant.from()) && (grant.to() == null || !to.isAfter(grant.to())))
                .findFirst()
                .orElseThrow(() -> new AdminRefused(
                        "NO_SUCH_OFFICE", "That person does not hold this office on all of those days."));
        if (personId.equals(deputyId) || lookup.find(deputyId).isEmpty()) {
            throw new AdminRefused("UNKNOWN_PERSON", "Nobody else has the id " + deputyId + ".");
        }
        Deputy deputy = new Deputy(UUID.randomUUID(), personId, deputyId, role, areaCode, from, to);
        writer.write(tx -> Sql.update(
                tx.connection(),
                """
                INSERT INTO alert_deputy (id, person_id, deputy_id, role, area_code, from_day, to_day, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                deputy.id,
                personId,
                deputyId,
                role,
                areaCode,
                from,
                to,
                clock.millis()));
        var unused =
                people.grant(deputyId, new Grant(role, areaCode, office.groupCode(), office.association(), from, to));
        return deputy;
    }

    /** For whom somebody acts, or acted. */
    public List<Deputy> of(UUID deputyId) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT * FROM alert_deputy WHERE deputy_id = ? ORDER BY from_day, id",
                Deputies::read,
                deputyId));
    }

    private static Deputy read(ResultSet row) throws SQLException {
        return new Deputy(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("person_id")),
                UUID.fromString(row.getString("deputy_id")),
                ActingRole.valueOf(row.getString("role")),
                row.getString("area_code"),
                LocalDate.parse(row.getString("from_day")),
                LocalDate.parse(row.getString("to_day")));
    }
}
