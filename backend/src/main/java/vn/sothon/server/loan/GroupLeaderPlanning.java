package vn.sothon.server.loan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.RosterFindings.Code;
import vn.sothon.server.loan.importer.GroupLeaderRow;
import vn.sothon.server.org.SearchName;

/** Works out what a roster of group leaders changes. */
record GroupLeaderPlanning(
        RosterPlaces places, RosterFindings findings, Map<String, StoredGroup> byCode, Map<String, StoredGroup> near) {

    /** What changes, and how many groups stay as they are. */
    record Plan(List<GroupChange> changes, int unchanged, int leftOut) {}

    Plan plan(List<GroupLeaderRow> rows) {
        List<GroupChange> changes = new ArrayList<>();
        int unchanged = 0;
        int leftOut = 0;
        for (GroupLeaderRow row : rows) {
            Optional<RosterPlaces.Place> place = places.of(row.communeCode(), row.villageCode(), row.rowNumber());
            GroupChange change = change(row, place.orElse(null));
            if (change == null) {
                leftOut++;
            } else if (change.isNone()) {
                unchanged++;
            } else {
                changes.add(change);
            }
        }
        return new Plan(changes, unchanged, leftOut);
    }

    private @Nullable GroupChange change(GroupLeaderRow row, RosterPlaces.@Nullable Place place) {
        String code = row.groupCode();
        StoredGroup known = code == null ? byName(row, place) : byCode.get(code);
        if (known == null && code == null) {
            findings.add(Code.GROUP_UNKNOWN, row.rowNumber(), Objects.requireNonNullElse(row.groupName(), ""));
            return null;
        }
        if (known != null) {
            RosterPlaces.Place lies = place == null || place.village() == null
                    ? new RosterPlaces.Place(known.commune(), known.village())
                    : place;
            return GroupChange.of(
                    known,
                    new StoredGroup(
                            known.code(),
                            Objects.requireNonNullElse(row.groupName(), known.name()),
                            lies.commune(),
                            lies.village(),
                            row.associationCode() == null ? known.association() : row.associationCode(),
                            row.leaderName(),
                            1));
        }
        if (place == null || code == null) {
            findings.add(Code.COMMUNE_UNKNOWN, row.rowNumber(), Objects.requireNonNullElse(row.communeCode(), ""));
            return null;
        }
        return GroupChange.of(
                null,
                new StoredGroup(
                        code,
                        Objects.requireNonNullElse(row.groupName(), code),
                        place.commune(),
                        place.village(),
                        row.associationCode(),
                        row.leaderName(),
                        1));
    }

    /** The one group of that name in the row's place; none when several share it. */
    private @Nullable StoredGroup byName(GroupLeaderRow row, RosterPlaces.@Nullable Place place) {
        if (row.groupName() == null || place == null) {
            return null;
        }
        String name = SearchName.of(row.groupName());
        List<StoredGroup> named = near.values().stream()
                .filter(group -> group.commune().equals(place.commune()))
                .filter(group -> place.village() == null || place.village().equals(group.village()))
                .filter(group -> SearchName.of(group.name()).equals(name))
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }
}
