package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.FeedChange;

/** Registers people and what they are granted; nothing granted is ever deleted, it ends. */
@Singleton
public class PeopleService {
    private final Writer writer;
    private final PersonRows people;
    private final GrantRows grants;
    private final PersonLookup lookup;
    private final GrantRules rules;
    private final NumberRows numbers;
    private final Collection<GrantObserver> observers;
    private final ServerClock clock;
    private final Uuid7 ids;

    PeopleService(
            Writer writer,
            PersonRows people,
            GrantRows grants,
            PersonLookup lookup,
            GrantRules rules,
            NumberRows numbers,
            Collection<GrantObserver> observers,
            ServerClock clock) {
        this.writer = writer;
        this.people = people;
        this.grants = grants;
        this.lookup = lookup;
        this.rules = rules;
        this.numbers = numbers;
        this.observers = observers;
        this.clock = clock;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    public Person add(NewPerson person) {
        return addAll(List.of(person)).get(0);
    }

    /** Registers people in one transaction. */
    public List<Person> addAll(List<NewPerson> many) {
        return writer.write(tx -> many.stream().map(person -> add(tx, person)).toList());
    }

    /** Like {@link #add(NewPerson)}, inside a caller's own transaction. */
    public Person add(Tx tx, NewPerson person) {
        String name = Normalizer.normalize(person.name().strip(), Normalizer.Form.NFC);
        if (name.isEmpty()) {
            throw new AdminRefused("NAME_MISSING", "A person needs a name.");
        }
        UUID id = ids.next();
        people.insert(id.toString(), name, SearchName.of(name), person.phone(), clock.millis());
        for (Grant grant : person.grants()) {
            insert(id, grant);
        }
        return announced(tx, id, Set.of(), Map.of());
    }

    public Person grant(UUID personId, Grant grant) {
        Person now = writer.write(tx -> {
            Person then = require(personId);
            insert(personId, grant);
            people.touch(personId.toString());
            return announced(tx, personId, partitions(then), numbers.of(then));
        });
        observers.forEach(observer -> observer.changed(personId));
        return now;
    }

    /** Ends a grant with that day as its last. */
    public Person end(UUID personId, UUID grantId, LocalDate lastDay) {
        Person now = writer.write(tx -> {
            Person then = require(personId);
            if (grants.end(grantId.toString(), personId.toString(), lastDay.toString()) == 0) {
                throw new AdminRefused("UNKNOWN_GRANT", "This person has no grant " + grantId + ".");
            }
            people.touch(personId.toString());
            return announced(tx, personId, partitions(then), numbers.of(then));
        });
        observers.forEach(observer -> observer.changed(personId));
        return now;
    }

    /** The partitions a person's grants lie in, ended ones too. */
    public Set<String> partitions(Person person) {
        Set<String> partitions = new TreeSet<>();
        for (Grant grant : person.grants()) {
            rules.partition(grant.areaCode()).ifPresent(partitions::add);
        }
        return partitions;
    }

    Optional<String> partition(String areaCode) {
        return rules.partition(areaCode);
    }

    private void insert(UUID personId, Grant grant) {
        rules.check(grant);
        grants.insert(
                ids.next().toString(),
                personId.toString(),
                grant.role().name(),
                grant.areaCode(),
                grant.groupCode(),
                grant.association(),
                grant.from().toString(),
                grant.to() == null ? null : grant.to().toString());
    }

    Person announced(Tx tx, UUID personId, Set<String> before, Map<String, FeedChange> numbersBefore) {
        Person person = require(personId);
        Set<String> now = partitions(person);
        for (String partition : now) {
            tx.announce(contact(person, partition));
        }
        numbers.announce(tx, numbersBefore, person);
        Set<String> reached = new TreeSet<>(now);
        reached.removeAll(before);
        if (!reached.isEmpty()) {
            observers.forEach(observer -> observer.reached(tx, personId, reached));
        }
        return person;
    }

    private FeedChange contact(Person person, String partition) {
        LocalDate today = clock.today();
        List<Grant> here = person.grants().stream()
                .filter(grant -> grant.to() == null || !grant.to().isBefore(today))
                .filter(grant -> rules.partition(grant.areaCode())
                        .filter(partition::equals)
                        .isPresent())
                .toList();
        FeedChange row = FeedChange.of(
                partition,
                Pull.Type.person,
                person.id().toString(),
                person.version(),
                Json.write(new Contact(person.id(), person.name(), here)));
        return here.isEmpty() ? row.gone() : row;
    }

    private Person require(UUID personId) {
        return lookup.find(personId)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_PERSON", "No person has the id " + personId + "."));
    }
}
