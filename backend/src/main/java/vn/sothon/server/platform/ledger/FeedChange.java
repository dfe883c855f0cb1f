package vn.sothon.server.platform.ledger;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Pull;

/**
 * A row of the feed as it now stands, or as it ceased to be seen from a place.
 *
 * @param partition commune, province, or {@link Ledger#COUNTRY}; a row lies in exactly one
 * @param villageCode the village it is seen from; absent: the whole partition; {@link #NO_PLACE}: those alone who see
 *     every village of it
 * @param groupCode the group it belongs to
 * @param personId only this person sees it (own records and their status); absent: by place
 * @param concernedId the people it is about, who are never shown it: their ids, a space between two
 * @param data its content as JSON; an empty object once removed
 */
public record FeedChange(
        String partition,
        Pull.Type type,
        String id,
        long version,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable String personId,
        @Nullable String concernedId,
        String data,
        boolean removed,
        boolean erased) {

    /** The village of a row about somebody whose village and group nobody knows. */
    public static final String NO_PLACE = "-";

    /** A row everyone granted the whole partition sees. */
    public static FeedChange of(String partition, Pull.Type type, String id, long version, String data) {
        return new FeedChange(partition, type, id, version, null, null, null, null, data, false, false);
    }

    /** A row seen from one village, or by one group's leader; without either by nobody who sees only a part. */
    public static FeedChange at(
            String partition,
            Pull.Type type,
            String id,
            long version,
            @Nullable String villageCode,
            @Nullable String groupCode,
            String data) {
        String village = villageCode == null && groupCode == null ? NO_PLACE : villageCode;
        return new FeedChange(partition, type, id, version, village, groupCode, null, null, data, false, false);
    }

    /** The same row, never shown to these people. */
    public FeedChange concerning(Collection<UUID> people) {
        String ids = people.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
        return new FeedChange(
                partition,
                type,
                id,
                version,
                villageCode,
                groupCode,
                personId,
                ids.isEmpty() ? null : ids,
                data,
                removed,
                erased);
    }

    /** A row for one person: an own record, its status. */
    public static FeedChange forPerson(
            String partition, Pull.Type type, String id, long version, String personId, String data) {
        return new FeedChange(partition, type, id, version, null, null, personId, null, data, false, false);
    }

    /** The row is no longer seen from that place. */
    public FeedChange gone() {
        return new FeedChange(
                partition, type, id, version, villageCode, groupCode, personId, concernedId, "{}", true, false);
    }

    String scopeKey() {
        return (villageCode == null ? "" : villageCode)
                + "|" + (groupCode == null ? "" : groupCode)
                + "|" + (personId == null ? "" : personId);
    }
}
