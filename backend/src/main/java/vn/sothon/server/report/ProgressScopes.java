package vn.sothon.server.report;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;

/** Works out whose figures a person's grants let him see. A province's viewer sees figures, and nothing but figures. */
@Singleton
public class ProgressScopes {
    private final AreaLookup areas;
    private final GroupNames groups;
    private final TransactionOperations<Connection> transactions;

    ProgressScopes(AreaLookup areas, GroupNames groups, TransactionOperations<Connection> transactions) {
        this.areas = areas;
        this.groups = groups;
        this.transactions = transactions;
    }

    /** What grants in force let a person see. */
    public ProgressScope of(List<Grant> inForce) {
        Set<String> communes = new TreeSet<>();
        Map<String, Set<String>> villages = new TreeMap<>();
        Map<String, Set<String>> inGroups = new TreeMap<>();
        for (Grant grant : inForce) {
            List<String> path = areas.path(grant.areaCode());
            if (path.isEmpty()) {
                continue;
            }
            switch (grant.role()) {
                case COMMUNE_LEADER, CREDIT_OFFICER, PROVINCE_VIEWER -> communes.addAll(communes(path.get(0)));
                case VILLAGE_HEAD -> {
                    if (path.size() > 1) {
                        villages.computeIfAbsent(path.get(1), commune -> new TreeSet<>())
                                .add(path.get(0));
                    }
                }
                case GROUP_LEADER, ASSOCIATION_OFFICER ->
                    groups(grant).forEach(group -> inGroups.computeIfAbsent(group.commune(), commune -> new TreeSet<>())
                            .add(group.code()));
                case ADMINISTRATOR -> {}
            }
        }
        villages.keySet().removeAll(communes);
        inGroups.keySet().removeAll(communes);
        dropGroupsOfSeenVillages(inGroups, villages);
        return new ProgressScope(false, communes, villages, inGroups);
    }

    /** Communes that lie in an area, those since merged into others too: their figures stay where they were made. */
    Set<String> communes(String areaCode) {
        Set<String> communes = new TreeSet<>();
        if (areas.find(areaCode)
                .map(Area::kind)
                .filter(AreaKind.COMMUNE::equals)
                .isPresent()) {
            communes.add(areaCode);
            return communes;
        }
        for (Area area : areas.all()) {
            if (area.kind() == AreaKind.COMMUNE && areas.path(area.code()).contains(areaCode)) {
                communes.add(area.code());
            }
        }
        return communes;
    }

    private List<GroupNames.Group> groups(Grant grant) {
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            if (grant.groupCode() != null) {
                return groups.find(connection, grant.groupCode()).stream().toList();
            }
            String association = grant.association();
            return groups.of(connection, grant.areaCode()).stream()
                    .filter(group -> association != null && association.equals(group.association()))
                    .toList();
        });
    }

    private void dropGroupsOfSeenVillages(Map<String, Set<String>> inGroups, Map<String, Set<String>> villages) {
        Set<String> seen = new TreeSet<>();
        villages.values().forEach(seen::addAll);
        for (Map.Entry<String, Set<String>> one : inGroups.entrySet()) {
            List<GroupNames.Group> here =
                    transactions.executeRead(status -> groups.of(status.getConnection(), one.getKey()));
            here.stream()
                    .filter(group -> group.village() != null && seen.contains(group.village()))
                    .forEach(group -> one.getValue().remove(group.code()));
        }
    }
}
