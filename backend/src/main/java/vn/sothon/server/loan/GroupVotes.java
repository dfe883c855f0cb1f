package vn.sothon.server.loan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.LoanRow;

/** What the loans of one group say of it: where rows differ, most of them are right. */
final class GroupVotes {
    private final Votes names = new Votes();
    private final Votes associations = new Votes();
    private final Votes leaders = new Votes();
    private final Votes communes = new Votes();
    private final Map<String, Votes> villages = new LinkedHashMap<>();

    void add(LoanRow row, String commune, @Nullable String village) {
        names.add(row.groupName());
        associations.add(row.associationCode());
        leaders.add(row.leaderName());
        communes.add(commune);
        villages.computeIfAbsent(commune, code -> new Votes()).add(village);
    }

    /** The commune and village that most rows name; what the store holds wins a tie. */
    RosterPlaces.@Nullable Place place(@Nullable StoredGroup known) {
        String commune = communes.winner(known == null ? null : known.commune());
        if (commune == null) {
            return null;
        }
        String before = known == null || !known.commune().equals(commune) ? null : known.village();
        Votes here = villages.get(commune);
        return new RosterPlaces.Place(commune, here == null ? before : here.winner(before));
    }

    StoredGroup group(String code, @Nullable StoredGroup known) {
        RosterPlaces.Place place = Objects.requireNonNull(place(known), "a group has at least one row");
        String name = names.winner(known == null ? null : known.name());
        return new StoredGroup(
                code,
                name == null ? code : name,
                place.commune(),
                place.village(),
                associations.winner(known == null ? null : known.association()),
                leaders.winner(known == null ? null : known.leaderName()),
                1);
    }

    /** Counts values; silence does not vote. */
    private static final class Votes {
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        void add(@Nullable String value) {
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }

        /** The value most rows name; on a tie, or when all are silent, what was so before. */
        @Nullable
        String winner(@Nullable String before) {
            String best = before;
            int most = before == null ? 0 : counts.getOrDefault(before, 0);
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                if (entry.getValue() > most) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            }
            return best;
        }
    }
}
