package vn.sothon.server.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.ReadItem;

/**
 * An item whose bytes hold, with what the neighbours said about the things it names.
 *
 * @param grants of the person who sealed it
 * @param areas the areas its place lies in, most local first; none where it names a place that cannot be
 * @param loanId the loan it is about, where a roster knows it
 * @param groupCode its group: the loan's, else the one the phone named
 * @param association the group's association, where known
 * @param disbursed what the roster says was paid out of its loan, in whole đồng
 * @param moved whether place or group it names are not those known today
 * @param lost whether it comes from a phone whose word is not taken without a person
 */
public record Arrival(
        ReadItem item,
        UUID deviceId,
        List<Grant> grants,
        Set<String> areas,
        @Nullable UUID loanId,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable String association,
        @Nullable Long disbursed,
        boolean moved,
        boolean lost,
        Instant receivedAt) {}
