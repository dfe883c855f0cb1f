package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;

/**
 * Compares the place an item names with what roster and areas say. A place is claimed by whoever seals; authority is
 * judged by the place that is known.
 */
@Singleton
final class ItemPlaces {
    private final AreaLookup areas;

    ItemPlaces(AreaLookup areas) {
        this.areas = areas;
    }

    /**
     * @param village of its loan where that is known, else as it says itself
     * @param commune of its loan or group, where known
     */
    ItemPlace of(ItemHead head, @Nullable String village, @Nullable String commune) {
        String claimed = head.communeCode();
        Optional<String> here = commune(claimed);
        if (here.isEmpty() || (commune != null && !commune(commune).equals(here))) {
            return ItemPlace.NOWHERE;
        }
        boolean redrawn = false;
        for (String code : new @Nullable String[] {village, head.villageCode()}) {
            Optional<Area> known = code == null ? Optional.empty() : areas.find(code);
            if (known.isPresent() && !areas.partition(known.get().code()).equals(here)) {
                if (!claimed.equals(known.get().parentCode())) {
                    return ItemPlace.NOWHERE;
                }
                // They belonged together until areas were drawn anew.
                redrawn = true;
            }
        }
        boolean elsewhere = head.villageCode() != null && village != null && !same(village, head.villageCode());
        Set<String> path = new LinkedHashSet<>();
        if (village != null) {
            add(path, village);
            if (head.villageCode() != null && !elsewhere) {
                add(path, head.villageCode());
            }
        }
        add(path, claimed);
        return new ItemPlace(path, redrawn || elsewhere);
    }

    /** A code as it was registered, and what it is today: a grant may name either. */
    private void add(Set<String> path, String code) {
        if (areas.find(code).isPresent()) {
            path.add(code);
            path.addAll(areas.path(code));
        }
    }

    private boolean same(String one, String other) {
        return one.equals(other)
                || (areas.present(one).isPresent() && areas.present(one).equals(areas.present(other)));
    }

    private Optional<String> commune(String code) {
        return areas.present(code)
                .filter(area -> area.kind() == AreaKind.COMMUNE)
                .map(Area::code);
    }
}
