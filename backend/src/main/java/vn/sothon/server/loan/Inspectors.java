package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;

/** Who can be asked to check what lies in a place: people whose office covers it on the day they are asked. */
@Singleton
public class Inspectors {
    private final PersonLookup people;

    Inspectors(PersonLookup people) {
        this.people = people;
    }

    /** Somebody who can be asked, in the office that lets him. */
    public record Candidate(UUID personId, String name, ActingRole role) {}

    /**
     * People who can be asked, by name.
     *
     * @param ofGroup whether the group itself is inspected: nobody inspects the group he leads
     */
    public List<Candidate> of(
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String association,
            boolean ofGroup,
            LocalDate today) {
        List<Candidate> candidates = new ArrayList<>();
        for (Person person : people.all()) {
            person.grantsOn(today).stream()
                    .filter(grant -> !ofGroup || grant.role() != ActingRole.GROUP_LEADER)
                    .filter(grant -> covers(grant, communeCode, villageCode, groupCode, association))
                    .findFirst()
                    .ifPresent(grant -> candidates.add(new Candidate(person.id(), person.name(), grant.role())));
        }
        boolean leads = ofGroup && groupCode != null;
        candidates.removeIf(candidate -> leads && leads(candidate.personId(), String.valueOf(groupCode), today));
        return candidates;
    }

    private boolean leads(UUID personId, String groupCode, LocalDate today) {
        return people.find(personId).stream()
                .flatMap(person -> person.grantsOn(today).stream())
                .anyMatch(grant -> grant.role() == ActingRole.GROUP_LEADER && groupCode.equals(grant.groupCode()));
    }

    private static boolean covers(
            Grant grant,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String association) {
        return switch (grant.role()) {
            case COMMUNE_LEADER, CREDIT_OFFICER -> grant.areaCode().equals(communeCode);
            case VILLAGE_HEAD -> grant.areaCode().equals(villageCode);
            case GROUP_LEADER -> groupCode != null && groupCode.equals(grant.groupCode());
            case ASSOCIATION_OFFICER ->
                grant.areaCode().equals(communeCode) && association != null && association.equals(grant.association());
            case PROVINCE_VIEWER, ADMINISTRATOR -> false;
        };
    }
}
