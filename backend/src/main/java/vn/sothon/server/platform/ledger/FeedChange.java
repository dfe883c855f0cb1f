package vn.sothon.server.platform.ledger;

import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Pull;

/**
 * A row of the feed as it now stands, or as it ceased to be seen from a place.
 *
 * @param partition commune, province, or {@link Ledger#COUNTRY}; a row lies in exactly one
 * @param villageCode the village it is seen from; absent: the whole partition
 * @param groupCode the group it belongs to
 * @param personId only this person sees it (own records and their status); absent: by place
 * @param concernedId the person it is about, who is never shown it
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

    /** A row everyone granted the whole partition sees. */
    public static FeedChange of(String partition, Pull.Type type, String id, long version, String data) {
        return new FeedChange(partition, type, id, version, null, null, null, null, data, false, false);
    }

    /** A row seen from one village, or by one group's leader. */
    public static FeedChange at(
            String partition,
            Pull.Type type,
            String id,
            long version,
            @Nullable String villageCode,
            @Nullable String groupCode,
            String data) {
        return new FeedChange(partition, type, id, version, villageCode, groupCode, null, null, data, false, false);
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
