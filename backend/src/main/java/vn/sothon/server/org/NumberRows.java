package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.PhoneNumber;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * Numbers to call. Whoever works for a whole commune can be called by everybody in office there; the head of a village
 * and the leader of a group by those who see that village or group.
 */
@Singleton
final class NumberRows {
    private static final Set<ActingRole> OF_THE_COMMUNE =
            EnumSet.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER, ActingRole.ASSOCIATION_OFFICER);

    private final GrantRules rules;
    private final ServerClock clock;

    NumberRows(GrantRules rules, ServerClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Where the number is seen from now, by partition. */
    Map<String, FeedChange> of(Person person) {
        Map<String, FeedChange> rows = new HashMap<>();
        LocalDate today = clock.today();
        String number = person.phone();
        if (number == null || number.isBlank()) {
            return rows;
        }
        String data = Json.write(new PhoneNumber(person.id(), number));
        for (Grant grant : person.grants()) {
            if (grant.to() == null || !grant.to().isBefore(today)) {
                rules.partition(grant.areaCode())
                        .ifPresent(partition ->
                                rows.compute(partition, (code, row) -> wider(row, row(person, grant, code, data))));
            }
        }
        rows.values().removeIf(row -> row.data().isEmpty());
        return rows;
    }

    /** Brings the feed from where it was seen to where it is seen now. */
    void announce(Tx tx, Map<String, FeedChange> before, Person now) {
        Map<String, FeedChange> after = of(now);
        for (Map.Entry<String, FeedChange> row : before.entrySet()) {
            FeedChange next = after.get(row.getKey());
            if (next == null || !samePlace(next, row.getValue())) {
                tx.announce(at(row.getValue(), now.version()).gone());
            }
        }
        List.copyOf(after.values()).forEach(tx::announce);
    }

    private static FeedChange row(Person person, Grant grant, String partition, String data) {
        String id = person.id().toString();
        if (OF_THE_COMMUNE.contains(grant.role())) {
            return FeedChange.of(partition, Pull.Type.phoneNumber, id, person.version(), data);
        }
        String village = grant.role() == ActingRole.VILLAGE_HEAD ? grant.areaCode() : null;
        boolean local = village != null || grant.groupCode() != null;
        return FeedChange.at(
                partition, Pull.Type.phoneNumber, id, person.version(), village, grant.groupCode(), local ? data : "");
    }

    /** One row a partition: the place that more people see, and of two villages or groups the one held first. */
    private static FeedChange wider(@Nullable FeedChange known, FeedChange other) {
        if (known == null || known.data().isEmpty()) {
            return other;
        }
        boolean whole = other.villageCode() == null && other.groupCode() == null;
        return whole ? other : known;
    }

    private static FeedChange at(FeedChange row, long version) {
        return new FeedChange(
                row.partition(),
                row.type(),
                row.id(),
                version,
                row.villageCode(),
                row.groupCode(),
                row.personId(),
                row.concernedId(),
                row.data(),
                false,
                false);
    }

    private static boolean samePlace(FeedChange one, FeedChange other) {
        return Objects.equals(one.villageCode(), other.villageCode())
                && Objects.equals(one.groupCode(), other.groupCode());
    }
}
