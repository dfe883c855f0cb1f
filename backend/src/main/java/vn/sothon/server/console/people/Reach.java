package vn.sothon.server.console.people;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.ledger.Ledger;

/** Whom a visitor looks after: people of the place his role is for, and no others. */
@Singleton
class Reach {
    private final PersonLookup people;
    private final AreaLookup areas;
    private final AccessLog log;

    Reach(PersonLookup people, AreaLookup areas, AccessLog log) {
        this.people = people;
        this.areas = areas;
        this.log = log;
    }

    List<Person> people(Visitor visitor) {
        return people.all().stream().filter(person -> covers(visitor, person)).toList();
    }

    /** The person, if within reach; otherwise nobody of that id is known, and the attempt is. */
    Person person(Visitor visitor, UUID id) {
        return people.find(id).filter(person -> covers(visitor, person)).orElseThrow(() -> {
            log.refused(visitor, Kind.PERSON, id);
            return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        });
    }

    boolean covers(Visitor visitor, Person person) {
        boolean country = visitor.areaCode().equals(Ledger.COUNTRY);
        return country || person.grants().stream().anyMatch(grant -> covers(visitor, grant.areaCode()));
    }

    boolean covers(Visitor visitor, String areaCode) {
        return visitor.areaCode().equals(Ledger.COUNTRY) || areas.path(areaCode).contains(visitor.areaCode());
    }

    /** Places a role can be granted for, within reach. */
    List<Area> places(Visitor visitor) {
        return areas.all().stream()
                .filter(area -> area.successorCode() == null)
                .filter(area -> covers(visitor, area.code()))
                .toList();
    }

    /** Roles a visitor may grant: nobody makes his own equals or betters but an administrator. */
    List<ActingRole> grantable(Visitor visitor) {
        if (visitor.role() == ActingRole.ADMINISTRATOR) {
            return List.of(ActingRole.values());
        }
        return List.of(ActingRole.VILLAGE_HEAD, ActingRole.GROUP_LEADER, ActingRole.ASSOCIATION_OFFICER);
    }

    boolean mayGrant(Visitor visitor, Grant grant) {
        return grantable(visitor).contains(grant.role()) && covers(visitor, grant.areaCode());
    }

    String placeName(String areaCode) {
        return areas.find(areaCode).map(Area::name).orElse(areaCode);
    }
}
