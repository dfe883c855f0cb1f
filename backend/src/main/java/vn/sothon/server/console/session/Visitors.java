package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.Borrowers;
import vn.sothon.server.org.HeldGrant;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;

/** Whom a session belongs to, and in which role he acts: one at a time, so that roles do not add up. */
@Singleton
class Visitors {
    /** Roles that use the console; the field's own work first. */
    private static final List<ActingRole> OF_THE_CONSOLE = List.of(
            ActingRole.COMMUNE_LEADER,
            ActingRole.CREDIT_OFFICER,
            ActingRole.ASSOCIATION_OFFICER,
            ActingRole.PROVINCE_VIEWER,
            ActingRole.ADMINISTRATOR);

    private final PersonLookup people;
    private final Accounts accounts;
    private final Scopes scopes;
    private final Borrowers borrowers;
    private final ServerClock clock;

    Visitors(PersonLookup people, Accounts accounts, Scopes scopes, Borrowers borrowers, ServerClock clock) {
        this.people = people;
        this.accounts = accounts;
        this.scopes = scopes;
        this.borrowers = borrowers;
        this.clock = clock;
    }

    /** Grants of today with which a person may use the console. */
    List<HeldGrant> grants(UUID personId) {
        LocalDate today = clock.today();
        return people.find(personId).map(Person::held).orElse(List.of()).stream()
                .filter(held -> OF_THE_CONSOLE.contains(held.grant().role()))
                .filter(held -> !today.isBefore(held.grant().from()))
                .filter(held ->
                        held.grant().to() == null || !today.isAfter(held.grant().to()))
                .sorted(Comparator.comparingInt(
                        held -> OF_THE_CONSOLE.indexOf(held.grant().role())))
                .toList();
    }

    boolean administers(UUID personId) {
        return grants(personId).stream().anyMatch(held -> held.grant().role() == ActingRole.ADMINISTRATOR);
    }

    /** The visitor of a session; nobody once the account or the last grant has ended. */
    Optional<Visitor> of(SessionRow session) {
        UUID personId = UUID.fromString(session.personId());
        Account account = accounts.of(personId).orElse(null);
        if (account == null || account.closed()) {
            return Optional.empty();
        }
        // Administering without a second factor is not offered, even if it was granted a minute ago.
        List<HeldGrant> choices = grants(personId).stream()
                .filter(held -> held.grant().role() != ActingRole.ADMINISTRATOR || account.secondFactor())
                .toList();
        return choices.stream()
                .filter(held -> held.id().toString().equals(session.grantId()))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .map(acting -> visitor(personId, choices, acting, session));
    }

    private Visitor visitor(UUID personId, List<HeldGrant> choices, HeldGrant acting, SessionRow session) {
        return new Visitor(
                personId,
                people.find(personId).orElseThrow().name(),
                choices,
                acting,
                scopes.of(personId, List.of(acting.grant())).without(borrowers.of(personId)),
                clock.today(),
                confirmedAt(session));
    }

    private @Nullable Instant confirmedAt(SessionRow session) {
        Long at = session.confirmedAt();
        return at == null || clock.millis() - at > Sessions.CONFIRMED.toMillis() ? null : Instant.ofEpochMilli(at);
    }
}
