package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.platform.admin.AdminRefused;

/** What others may ask about people. */
@Singleton
public class PersonLookup {
    private final PersonRows people;
    private final GrantRows grants;

    PersonLookup(PersonRows people, GrantRows grants) {
        this.people = people;
        this.grants = grants;
    }

    public Optional<Person> find(UUID id) {
        return people.find(id.toString()).map(row -> person(row, grants.of(row.id())));
    }

    /** All grants of a person, ended and future ones too; empty for somebody unknown. */
    public List<Grant> grants(UUID personId) {
        return grants.of(personId.toString()).stream()
                .map(row -> row.held().grant())
                .toList();
    }

    /** People of that name; marks and case do not matter. */
    public List<Person> named(String name) {
        return people.named(SearchName.of(name)).stream()
                .map(row -> person(row, grants.of(row.id())))
                .toList();
    }

    /** The person meant by an id, or by a name only one person has. */
    public Person one(String idOrName) {
        Optional<Person> byId = uuid(idOrName).flatMap(this::find);
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Person> namesakes = named(idOrName);
        if (namesakes.size() > 1) {
            throw new AdminRefused(
                    "SEVERAL_PEOPLE", namesakes.size() + " people have that name: use an id of 'person list'.");
        }
        return namesakes.stream()
                .findFirst()
                .orElseThrow(() -> new AdminRefused("UNKNOWN_PERSON", "Nobody has that id or name."));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public List<Person> all() {
        Map<String, List<GrantRow>> byPerson = new LinkedHashMap<>();
        for (GrantRow grant : grants.all()) {
            byPerson.computeIfAbsent(grant.personId(), id -> new ArrayList<>()).add(grant);
        }
        return people.all().stream()
                .map(row -> person(row, byPerson.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Who holds that role exactly there on that day; a merged area's people are asked for by its own code. */
    public List<Person> holding(ActingRole role, String areaCode, LocalDate day) {
        return grants.withRole(role.name()).stream()
                .filter(row -> row.areaCode().equals(areaCode))
                .filter(row -> Person.inForce(row.held().grant(), day))
                .map(GrantRow::personId)
                .distinct()
                .flatMap(id -> find(UUID.fromString(id)).stream())
                .toList();
    }

    /** Whether anybody holds, or held, that role. */
    public boolean anybody(ActingRole role) {
        return !grants.withRole(role.name()).isEmpty();
    }

    private static Person person(PersonRow row, List<GrantRow> grants) {
        return new Person(
                UUID.fromString(row.id()),
                row.name(),
                row.phone(),
                grants.stream().map(GrantRow::held).toList(),
                row.version());
    }
}
