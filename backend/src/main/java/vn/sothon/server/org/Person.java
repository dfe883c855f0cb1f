package vn.sothon.server.org;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;

/**
 * Somebody who works with the product, and all that he or she was ever granted.
 *
 * @param held ended ones too: a record is judged by the day it was made
 */
public record Person(UUID id, String name, @Nullable String phone, List<HeldGrant> held, long version) {

    public Person {
        held = List.copyOf(held);
    }

    public List<Grant> grants() {
        return held.stream().map(HeldGrant::grant).toList();
    }

    /** Grants in force on that day. */
    public List<Grant> grantsOn(LocalDate day) {
        return grants().stream().filter(grant -> inForce(grant, day)).toList();
    }

    static boolean inForce(Grant grant, LocalDate day) {
        return !day.isBefore(grant.from()) && (grant.to() == null || !day.isAfter(grant.to()));
    }
}
