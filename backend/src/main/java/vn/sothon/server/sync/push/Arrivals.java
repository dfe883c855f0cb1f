package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.access.Caller;
import vn.sothon.server.device.DeviceKeys;
import vn.sothon.server.device.Revocation;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.loan.LoanLookup.GroupPlace;
import vn.sothon.server.loan.LoanLookup.Place;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.record.Arrival;

/** Asks the neighbours about the things an item names: its loan, its group, its place, its phone. */
@Singleton
final class Arrivals {
    private static final Duration GRACE = Duration.ofDays(30);

    private final LoanLookup loans;
    private final ItemPlaces places;
    private final PersonLookup people;
    private final DeviceKeys keys;

    Arrivals(LoanLookup loans, ItemPlaces places, PersonLookup people, DeviceKeys keys) {
        this.loans = loans;
        this.places = places;
        this.people = people;
        this.keys = keys;
    }

    Arrival of(Connection connection, Caller caller, ReadItem item, Instant receivedAt) throws SQLException {
        ItemHead head = item.head();
        String named = item.body().groupCode();
        Optional<Place> loan = loan(connection, item.body());
        String groupCode = loan.map(Place::groupCode).orElse(named);
        String village = loan.map(Place::villageCode).orElse(head.villageCode());
        String commune = loan.map(Place::communeCode).orElse(null);
        String association = loan.map(Place::association).orElse(null);
        if (groupCode != null && (association == null || village == null || commune == null)) {
            Optional<GroupPlace> group = loans.group(connection, groupCode);
            association =
                    association == null ? group.map(GroupPlace::association).orElse(null) : association;
            village = village == null ? group.map(GroupPlace::villageCode).orElse(null) : village;
            commune = commune == null ? group.map(GroupPlace::communeCode).orElse(null) : commune;
        }
        ItemPlace place = places.of(head, village, commune);
        return new Arrival(
                item,
                caller.deviceId(),
                grants(caller, head.personId()),
                place.areas(),
                loan.map(Place::loanId).orElse(null),
                village,
                groupCode,
                association,
                loan.map(Place::disbursed).orElse(null),
                place.moved() || moved(named, loan),
                lost(caller, head, receivedAt),
                receivedAt);
    }

    /** Those of the signer: a phone may bring what another's has sealed. */
    private List<Grant> grants(Caller caller, UUID signer) {
        return caller.personId().equals(signer) ? caller.grants() : people.grants(signer);
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
