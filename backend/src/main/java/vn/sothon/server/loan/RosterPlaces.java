package vn.sothon.server.loan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.RosterFindings.Code;
import vn.sothon.server.loan.importer.GroupLeaderRow;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;

/**
 * Finds where a roster's loans lie among the registered areas. The bank writes commune codes of its own: what such a
 * code stands for is learned from rows whose village is registered, else taken from the group, else from the person who
 * imports, provided the file names one such commune only.
 */
final class RosterPlaces {
    private static final String AMBIGUOUS = "";

    /** Codes as registered, mergers followed. */
    record Place(String commune, @Nullable String village) {}

    private final AreaLookup areas;
    private final @Nullable String givenCommune;
    private final RosterFindings findings;
    private final Map<String, Optional<Place>> villages = new HashMap<>();
    private final Map<String, Optional<String>> communes = new HashMap<>();
    private final Map<String, String> learned = new HashMap<>();
    private final Set<String> unregistered = new HashSet<>();
    private final Map<String, Place> groups = new HashMap<>();

    RosterPlaces(AreaLookup areas, @Nullable String givenCommune, RosterFindings findings) {
        this.areas = areas;
        this.givenCommune = givenCommune;
        this.findings = findings;
    }

    /** Looks at all rows before any is placed. */
    void learn(Iterable<LoanRow> rows, Map<String, StoredGroup> knownGroups) {
        Map<String, GroupVotes> votes = new HashMap<>();
        for (LoanRow row : rows) {
            Optional<Place> village = registeredVillage(row.villageCode());
            String code = row.communeCode();
            if (code != null && registeredCommune(code).isEmpty()) {
                unregistered.add(code);
                village.ifPresent(place ->
                        learned.merge(code, place.commune(), (one, other) -> one.equals(other) ? one : AMBIGUOUS));
            }
            if (row.groupCode() != null && village.isPresent()) {
                votes.computeIfAbsent(row.groupCode(), group -> new GroupVotes())
                        .add(row, village.get().commune(), village.get().village());
            }
        }
        knownGroups.forEach((code, group) -> groups.put(code, new Place(group.commune(), group.village())));
        votes.forEach((code, vote) -> {
            Place place = vote.place(knownGroups.get(code));
            if (place != null) {
                groups.put(code, place);
            }
        });
    }

    /** Where the row's loan lies; empty when nothing tells. */
    Optional<Place> of(LoanRow row, @Nullable StoredLoan known) {
        Optional<Place> village = registeredVillage(row.villageCode());
        if (village.isPresent()) {
            reportElsewhere(row, village.get());
            return village;
        }
        String commune = commune(row, known);
        if (commune == null) {
            findings.add(Code.COMMUNE_UNKNOWN, row.rowNumber(), Objects.requireNonNullElse(row.communeCode(), ""));
            return known == null ? Optional.empty() : Optional.of(new Place(known.commune(), known.village()));
        }
        if (row.villageCode() != null) {
            findings.add(Code.VILLAGE_UNKNOWN, row.rowNumber(), row.villageCode());
        }
        return Optional.of(new Place(commune, villageWithin(commune, row, known)));
    }

    /** Whether the village is one of the commune's. */
    boolean contains(String commune, String village) {
        return registeredVillage(village)
                .filter(place -> place.commune().equals(commune))
                .isPresent();
    }

    /** The commune a code stands for, as far as that can be known without a loan. */
    Optional<Place> of(@Nullable String communeCode, @Nullable String villageCode, int row) {
        Optional<Place> village = registeredVillage(villageCode);
        if (village.isPresent()) {
            return village;
        }
        if (villageCode != null) {
            findings.add(Code.VILLAGE_UNKNOWN, row, villageCode);
        }
        Optional<String> commune = communeCode == null ? Optional.empty() : registeredCommune(communeCode);
        return commune.or(() -> Optional.ofNullable(givenCommune)).map(code -> new Place(code, null));
    }

    /** The communes that rows of leaders speak of, as far as they are known. */
    Set<String> communes(List<GroupLeaderRow> rows) {
        Set<String> found = new HashSet<>();
        for (GroupLeaderRow row : rows) {
            registeredVillage(row.villageCode()).ifPresent(place -> found.add(place.commune()));
            String code = row.communeCode();
            if (code != null) {
                registeredCommune(code).ifPresent(found::add);
            }
        }
        if (givenCommune != null) {
            found.add(givenCommune);
        }
        return found;
    }

    private @Nullable String commune(LoanRow row, @Nullable StoredLoan known) {
        String code = row.communeCode();
        if (code == null && known != null) {
            return known.commune();
        }
        if (code != null) {
            Optional<String> registered = registeredCommune(code);
            String taught = learned.getOrDefault(code, AMBIGUOUS);
            if (registered.isPresent() || !taught.equals(AMBIGUOUS)) {
                return registered.orElse(taught);
            }
        }
        Place group = row.groupCode() == null ? null : groups.get(row.groupCode());
        if (group != null) {
            return group.commune();
        }
        return unregistered.size() <= 1 ? givenCommune : null;
    }

    private @Nullable String villageWithin(String commune, LoanRow row, @Nullable StoredLoan known) {
        if (row.villageCode() == null && known != null && known.commune().equals(commune)) {
            return known.village();
        }
        Place group = row.groupCode() == null ? null : groups.get(row.groupCode());
        return group != null && group.commune().equals(commune) ? group.village() : null;
    }

    private void reportElsewhere(LoanRow row, Place village) {
        String code = row.communeCode();
        boolean elsewhere = code != null
                && registeredCommune(code)
                        .filter(commune -> !commune.equals(village.commune()))
                        .isPresent();
        if (elsewhere) {
            findings.add(Code.VILLAGE_ELSEWHERE, row.rowNumber(), row.villageCode() + " / " + code);
        }
    }

    private Optional<Place> registeredVillage(@Nullable String code) {
        return code == null ? Optional.empty() : villages.computeIfAbsent(code, this::findVillage);
    }

    private Optional<Place> findVillage(String code) {
        return areas.present(code)
                .filter(area -> area.kind() == AreaKind.VILLAGE)
                .flatMap(area -> areas.partition(area.code()).map(commune -> new Place(commune, area.code())));
    }

    private Optional<String> registeredCommune(String code) {
        return communes.computeIfAbsent(code, unknown -> areas.present(unknown)
                .filter(area -> area.kind() == AreaKind.COMMUNE)
                .map(Area::code));
    }
}
