package vn.sothon.server.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;

/**
 * Whether a person might make a record, judged at the day it was made: role × place × time. Where the server does not
 * know enough to say no (a group of no roster yet), it says yes: honest work is not held for our ignorance.
 */
public final class Authority {
    private Authority() {}

    /**
     * Whether one of the grants covers the record.
     *
     * @param areas the areas the record's place lies in, most local first
     * @param association of the record's group, where the roster knows it
     */
    public static boolean covers(
            List<Grant> grants,
            ActingRole role,
            LocalDate day,
            Set<String> areas,
            @Nullable String groupCode,
            @Nullable String association) {
        for (Grant grant : grants) {
            boolean inTime = !day.isBefore(grant.from()) && (grant.to() == null || !day.isAfter(grant.to()));
            if (grant.role() == role
                    && inTime
                    && areas.contains(grant.areaCode())
                    && sameOrUnknown(grant.groupCode(), groupCode)
                    && sameOrUnknown(grant.association(), association)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameOrUnknown(@Nullable String granted, @Nullable String actual) {
        return granted == null || actual == null || granted.equals(actual);
    }
}
