package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Ledger;

/** A new server knows nobody: whoever sees its terminal becomes the first administrator. */
@Singleton
public class FirstAdministrator {
    /** How long the link on the terminal can be used. */
    public static final Duration ON_TERMINAL = Duration.ofMinutes(30);

    private final Writer writer;
    private final LinkRows links;
    private final Accounts accounts;
    private final PersonLookup persons;
    private final PeopleService people;
    private final Sessions sessions;
    private final ServerClock clock;

    FirstAdministrator(
            Writer writer,
            LinkRows links,
            Accounts accounts,
            PersonLookup persons,
            PeopleService people,
            Sessions sessions,
            ServerClock clock) {
        this.writer = writer;
        this.links = links;
        this.accounts = accounts;
        this.persons = persons;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether nobody could administer this server through the console. */
    public boolean isWanted() {
        LocalDate today = clock.today();
        return accounts.all().stream()
                .filter(account -> account.hasPassword() && !account.closed())
                .flatMap(account -> persons.find(account.personId()).stream())
                .flatMap(person -> person.grantsOn(today).stream())
                .noneMatch(grant -> grant.role() == ActingRole.ADMINISTRATOR);
    }

    /** The page where the first administrator says who he is; earlier links end. Readable this once. */
    public String link() {
        String token = sessions.fresh();
        long now = clock.millis();
        writer.write(tx -> {
            links.endOfNobody(now);
            return links.insert(Seals.sha256(token), null, now, now + ON_TERMINAL.toMillis());
        });
        return "/first/" + token;
    }

    boolean isUsable(String token) {
        return links.usable(Seals.sha256(token), clock.millis())
                        .filter(link -> link.personId() == null)
                        .isPresent()
                && isWanted();
    }

    /** Registers the administrator and opens the account; false if the link was used meanwhile. */
    boolean become(String token, String name, String userName, String password) {
        if (!isUsable(token) || writer.write(tx -> links.use(Seals.sha256(token), clock.millis())) == 0) {
            return false;
        }
        Grant grant = new Grant(ActingRole.ADMINISTRATOR, Ledger.COUNTRY, null, null, clock.today(), null);
        Person person = people.add(new NewPerson(name, null, List.of(grant)));
        UUID id = person.id();
        accounts.open(id, userName);
        accounts.setPassword(id, password);
        return true;
    }
}
