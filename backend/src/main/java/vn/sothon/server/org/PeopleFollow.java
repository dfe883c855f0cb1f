package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.FeedChange;

/** When a commune becomes part of another: its people are known in that one's feed and log, and no more in its own. */
@Singleton
public class PeopleFollow {
    private final Writer writer;
    private final AreaRows areas;
    private final PersonLookup people;
    private final PersonRows rows;
    private final PeopleService service;

    PeopleFollow(Writer writer, AreaRows areas, PersonLookup people, PersonRows rows, PeopleService service) {
        this.writer = writer;
        this.areas = areas;
        this.people = people;
        this.rows = rows;
        this.service = service;
    }

    /** Has them follow the area of that code; doing it again does no harm. */
    public void follow(String code) {
        String before = registeredPartition(code).orElse(code);
        for (Person person : people.all()) {
            boolean granted = person.grants().stream().anyMatch(grant -> isIn(grant.areaCode(), code));
            if (granted && !service.partitions(person).contains(before)) {
                writer.write(tx -> {
                    Set<String> known = new TreeSet<>(service.partitions(person));
                    person.grants().stream()
                            .filter(grant -> isIn(grant.areaCode(), code))
                            .forEach(
                                    grant -> service.partition(grant.areaCode()).ifPresent(known::remove));
                    rows.touch(person.id().toString());
                    Person now = service.announced(tx, person.id(), known, Map.of());
                    for (Pull.Type told : List.of(Pull.Type.person, Pull.Type.phoneNumber)) {
                        tx.announce(FeedChange.of(before, told, person.id().toString(), now.version(), "{}")
                                .gone());
                    }
                    return now;
                });
            }
        }
    }

    private boolean isIn(String areaCode, String code) {
        return areaCode.equals(code)
                || areas.find(areaCode)
                        .filter(area -> code.equals(area.parentCode()))
                        .isPresent();
    }

    /** The partition in which the area lay, as it was registered. */
    private Optional<String> registeredPartition(String code) {
        return areas.find(code)
                .map(area -> AreaKind.valueOf(area.kind()) == AreaKind.VILLAGE ? area.parentCode() : code);
    }
}
