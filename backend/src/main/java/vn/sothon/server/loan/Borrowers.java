package vn.sothon.server.loan;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.access.Concern;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.GrantObserver;
import vn.sothon.server.org.OfficeLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/**
 * Which people of this server are borrowers themselves. A roster names its borrowers; it does not say who of them leads a
 * group or sits in an office. Somebody may have said so for a customer's code, either way. Where nobody has, a name tells
 * it in one's own group and one's own village, where namesakes are few; in a whole commune it would hide strangers' loans.
 */
@Singleton
public class Borrowers {
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final PersonLookup people;
    private final OfficeLookup offices;
    private final AreaLookup areas;
    // Those who want to know ask back here.
    private final BeanProvider<GrantObserver> observers;
    private final ServerClock clock;

    Borrowers(
            TransactionOperations<Connection> transactions,
            Writer writer,
            PersonLookup people,
            OfficeLookup offices,
            AreaLookup areas,
            BeanProvider<GrantObserver> observers,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.people = people;
        this.offices = offices;
        this.areas = areas;
        this.observers = observers;
        this.clock = clock;
    }

    /** A loan as far as it tells who its borrower is. */
    private record Owed(UUID id, String number, String customer, String name, String village, String group) {}

    /** What was said of somebody. */
    public record Said(String customerCode, boolean same) {}

    private static final String LOAN =
            """
            SELECT id, number, COALESCE(customer_code, ''), borrower_search, COALESCE(village_code, ''),
                   COALESCE(group_code, '') FROM loan
            """;

    /** What is about that person. */
    public Concern of(UUID personId) {
        Person person = people.find(personId).orElse(null);
        return person == null ? Concern.NONE : transactions.executeRead(status -> of(status.getConnection(), person));
    }

    private Concern of(Connection connection, Person person) throws SQLException {
        Set<String> led = new HashSet<>(Sql.list(
                connection,
                "SELECT code FROM savings_group WHERE leader_person_id = ?",
                row -> row.getString(1),
                person.id()));
        Set<String> villages = new HashSet<>();
        for (Grant grant : people.grants(person.id())) {
            if (grant.role() == ActingRole.GROUP_LEADER && grant.groupCode() != null) {
                led.add(grant.groupCode());
            } else if (grant.role() == ActingRole.VILLAGE_HEAD) {
                villages.addAll(standing(grant.areaCode()));
            }
        }
        List<Said> said = said(connection, person.id());
        Set<String> denied = codes(said, false);
        Set<Owed> loans = new LinkedHashSet<>();
        loans.addAll(Sql.in(connection, LOAN + "WHERE customer_code IN (%s)", Borrowers::owed, codes(said, true)));
        List<Owed> near = new ArrayList<>();
        near.addAll(Sql.in(connection, LOAN + "WHERE group_code IN (%s)", Borrowers::owed, led));
        near.addAll(Sql.in(connection, LOAN + "WHERE village_code IN (%s)", Borrowers::owed, villages));
        String name = SearchName.of(person.name());
        near.stream()
                .filter(loan -> loan.name.equals(name) && !denied.contains(loan.customer))
                .forEach(loans::add);
        Set<UUID> ids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Owed loan : loans) {
            ids.add(loan.id);
            numbers.add(loan.number);
        }
        return new Concern(ids, numbers, led);
    }

    /** The people a loan is about: its borrower, under whatever office he is known here. */
    public Set<UUID> behind(Connection connection, UUID loanId) throws SQLException {
        Optional<Owed> found = Sql.one(connection, LOAN + "WHERE id = ?", Borrowers::owed, loanId);
        if (found.isEmpty()) {
            return Set.of();
        }
        Owed loan = found.get();
        Set<UUID> behind = new HashSet<>();
        for (OfficeLookup.Holder holder : offices.everNamed(connection, loan.name)) {
            Grant grant = holder.grant();
            boolean leads = grant.role() == ActingRole.GROUP_LEADER && loan.group.equals(grant.groupCode());
            boolean heads = grant.role() == ActingRole.VILLAGE_HEAD
                    && standing(grant.areaCode()).contains(loan.village);
            if (leads || heads) {
                behind.add(holder.personId());
            }
        }
        if (!loan.customer.isEmpty()) {
            Sql.list(
                            connection,
                            "SELECT person_id, same FROM borrower_person WHERE customer_code = ? ORDER BY same",
                            row -> row.getInt(2) == 1 ? row.getString(1) : "-" + row.getString(1),
                            loan.customer)
                    .forEach(one -> {
                        if (one.startsWith("-")) {
                            behind.remove(UUID.fromString(one.substring(1)));
                        } else {
                            behind.add(UUID.fromString(one));
                        }
                    });
        }
        return behind;
    }

    /** What was said of somebody, by the customers' codes. */
    public List<Said> said(UUID personId) {
        return transactions.executeRead(status -> said(status.getConnection(), personId));
    }

    private static List<Said> said(Connection connection, UUID personId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT customer_code, same FROM borrower_person WHERE person_id = ? ORDER BY customer_code",
                row -> new Said(row.getString(1), row.getInt(2) == 1),
                personId);
    }

    /** Somebody who knows both says whether that customer is that person; a later word takes the place of an earlier. */
    public void say(UUID personId, String customerCode, boolean same) {
        writer.write(tx -> Sql.update(
                tx.connection(),
                """
                INSERT INTO borrower_person (customer_code, person_id, same, said_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (customer_code, person_id) DO UPDATE SET same = excluded.same, said_at = excluded.said_at
                """,
                customerCode,
                personId,
                same ? 1 : 0,
                clock.millis()));
        // Who has an alert depends on whom it is about.
        observers.stream().forEach(observer -> observer.changed(personId));
    }

    private static Set<String> codes(List<Said> said, boolean same) {
        Set<String> codes = new HashSet<>();
        said.stream().filter(one -> one.same == same).forEach(one -> codes.add(one.customerCode));
        return codes;
    }

    /** The village of a grant, and what it was merged into. */
    private Set<String> standing(String areaCode) {
        Set<String> codes = new HashSet<>();
        codes.add(areaCode);
        areas.path(areaCode).stream().findFirst().ifPresent(codes::add);
        return codes;
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
