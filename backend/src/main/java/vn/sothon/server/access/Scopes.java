package vn.sothon.server.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.access.Scope.AssociationIn;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.ledger.Ledger;

/** Works out what grants let a person see. */
@Singleton
public class Scopes {
    private final AreaLookup areas;

    Scopes(AreaLookup areas) {
        this.areas = areas;
    }

    /** What the caller may see that day. */
    public Scope of(Caller caller, LocalDate today) {
        return of(caller.personId(), caller.grantsOn(today));
    }

    /** What grants in force let a person see. */
    public Scope of(UUID personId, List<Grant> inForce) {
        Set<String> partitions = new TreeSet<>();
        Set<String> communes = new TreeSet<>();
        Set<String> villages = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        Set<AssociationIn> associations = new HashSet<>();
        partitions.add(Ledger.COUNTRY);
        for (Grant grant : inForce) {
            List<String> path = areas.path(grant.areaCode());
            areas.partition(grant.areaCode()).ifPresent(partition -> addWithOlder(partitions, partition));
            if (path.isEmpty()) {
                continue;
            }
            partitions.add(path.get(path.size() - 1));
            String here = path.get(0);
            switch (grant.role()) {
                case VILLAGE_HEAD -> addWithOlder(villages, here);
                case GROUP_LEADER -> addIfPresent(groups, grant.groupCode());
                case ASSOCIATION_OFFICER -> {
                    if (grant.association() != null) {
                        associations.add(new AssociationIn(here, grant.association()));
                        for (String older : areas.mergedInto(here)) {
                            associations.add(new AssociationIn(older, grant.association()));
                        }
                    }
                }
                case COMMUNE_LEADER, CREDIT_OFFICER -> addWithOlder(communes, here);
                // Figures only, and the keeping of the server: nothing about single people.
                case PROVINCE_VIEWER, ADMINISTRATOR -> {}
            }
        }
        return new Scope(personId, partitions, communes, villages, groups, associations);
    }

    /** A place and what became part of it: records keep the code under which they were sealed. */
    private void addWithOlder(Set<String> codes, String code) {
        codes.add(code);
        codes.addAll(areas.mergedInto(code));
    }

    private static void addIfPresent(Set<String> codes, @Nullable String code) {
        if (code != null) {
            codes.add(code);
        }
    }
}
