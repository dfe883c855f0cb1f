package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.access.Caller;
import vn.sothon.server.device.DeviceKeys;
import vn.sothon.server.device.Revocation;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.loan.LoanLookup.GroupPlace;
import vn.sothon.server.loan.LoanLookup.Place;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.record.Arrival;

/** Asks the neighbours about the things an item names: its loan, its group, its place, its phone. */
@Singleton
final class Arrivals {
    private static final Duration GRACE = Duration.ofDays(30);

    private final LoanLookup loans;
    private final AreaLookup areas;
    private final DeviceKeys keys;

    Arrivals(LoanLookup loans, AreaLookup areas, DeviceKeys keys) {
        this.loans = loans;
        this.areas = areas;
        this.keys = keys;
    }

    Arrival of(Connection connection, Caller caller, ReadItem item, Instant receivedAt) throws SQLException {
        ItemHead head = item.head();
        Optional<Place> loan = loan(connection, item.body());
        String named = item.body().groupCode();
        String groupCode = loan.map(Place::groupCode).orElse(named);
        String association = loan.map(Place::association).orElse(null);
        String village = head.villageCode() != null
                ? head.villageCode()
                : loan.map(Place::villageCode).orElse(null);
        if (groupCode != null && (association == null || village == null)) {
            Optional<GroupPlace> group = loans.group(connection, groupCode);
            association =
                    association == null ? group.map(GroupPlace::association).orElse(null) : association;
            village = village == null ? group.map(GroupPlace::villageCode).orElse(null) : village;
        }
        Set<String> path = new LinkedHashSet<>();
        for (String code : village == null ? List.of(head.communeCode()) : List.of(village, head.communeCode())) {
            path.add(code);
            path.addAll(areas.path(code));
        }
        return new Arrival(
                item,
                caller.deviceId(),
                caller.grants(),
                path,
                loan.map(Place::loanId).orElse(null),
                village,
                groupCode,
                association,
                moved(named, loan),
                lost(caller, head, receivedAt),
                receivedAt);
    }

    private Optional<Place> loan(Connection connection, ItemBody body) throws SQLException {
        UUID id = body.loanId();
        if (id != null) {
            return loans.byId(connection, id);
        }
        String number = body.loanNumber();
        return number == null ? Optional.empty() : loans.byNumber(connection, number);
    }

    private static boolean moved(@Nullable String named, Optional<Place> loan) {
        return named != null
                && loan.isPresent()
                && loan.get().groupCode() != null
                && !named.equals(loan.get().groupCode());
    }

    /** A replaced phone may bring its unsent work for a while; a lost one's word waits for a person. */
    private boolean lost(Caller caller, ItemHead head, Instant receivedAt) {
        if (Revocation.LOST.name().equals(caller.revokedAs())) {
            return true;
        }
        Optional<DeviceKeys.DeviceKey> key = keys.device(head.keyId());
        if (key.isEmpty() || key.get().revokedAs() == null) {
            return false;
        }
        Instant revokedAt = key.get().revokedAt();
        return key.get().revokedAs() == Revocation.LOST
                || (revokedAt != null && receivedAt.isAfter(revokedAt.plus(GRACE)));
    }
}
