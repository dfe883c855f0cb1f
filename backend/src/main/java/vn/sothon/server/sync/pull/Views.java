package vn.sothon.server.sync.pull;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.AssociationGroups;

/** Turns a person's scope into conditions on the feed. */
@Singleton
class Views {
    private final AssociationGroups associations;

    Views(AssociationGroups associations) {
        this.associations = associations;
    }

    View of(Scope scope) {
        SortedMap<String, View.Part> parts = new TreeMap<>();
        for (String partition : scope.partitions()) {
            parts.put(partition, scope.communes().contains(partition) ? View.Part.ALL : part(scope, partition));
        }
        return new View(scope.personId(), parts);
    }

    private View.Part part(Scope scope, String partition) {
        Set<String> groups = new HashSet<>(scope.groups());
        for (Scope.AssociationIn in : scope.associations()) {
            if (in.communeCode().equals(partition)) {
                groups.addAll(associations.codes(in.communeCode(), in.association()));
            }
        }
        return new View.Part(true, false, scope.villages(), groups);
    }
}
