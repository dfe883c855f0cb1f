package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.cache.BriefCache;

/** What others may ask about places. */
@Singleton
public class AreaLookup {
    private final AreaRows rows;
    private final BriefCache<String, Area> known;
    private final BriefCache<String, Set<String>> older;
    private final AreaTree tree;
    private final AreaTree stored;

    AreaLookup(AreaRows rows) {
        this.rows = rows;
        this.known = new BriefCache<>(
                20_000, Duration.ofSeconds(20), code -> rows.find(code).map(AreaRow::area));
        this.older = new BriefCache<>(20_000, Duration.ofSeconds(20), code -> Optional.of(olderThan(code)));
        this.tree = new AreaTree(known::find);
        this.stored = new AreaTree(code -> rows.find(code).map(AreaRow::area));
    }

    /** The area of that code, as it was registered: not its successor. */
    public Optional<Area> find(String code) {
        return known.find(code);
    }

    /** Where that code's matters are now: the area itself, or what it was merged into. */
    public Optional<Area> present(String code) {
        return tree.present(code);
    }

    /** Codes from the most local up, each as it is today: village, commune, province. Empty for an unknown code. */
    public List<String> path(String code) {
        return tree.path(code);
    }

    /**
     * The feed and log that what lies there belongs to: the commune of a village, else the area itself.
     *
     * @return the country's partition for its own code; empty for an unknown code
     */
    public Optional<String> partition(String code) {
        return tree.partition(code);
    }

    /** Codes of areas that became part of this one, directly or by way of another. */
    public Set<String> mergedInto(String code) {
        return older.find(code).orElse(Set.of());
    }

    private Set<String> olderThan(String code) {
        Set<String> found = new LinkedHashSet<>(rows.mergedInto(code));
        for (String next : List.copyOf(found)) {
            found.addAll(olderThan(next));
        }
        return Set.copyOf(found);
    }

    /** A place as it is today: a commune, and the village where one is meant. */
    public record Standing(String communeCode, @Nullable String villageCode) {}

    /**
     * Where what lies there belongs today, by the rows themselves: for whoever writes it down. A code nobody has registered
     * stays as it is.
     */
    public Standing standing(String communeCode, @Nullable String villageCode) {
        Optional<Area> village = villageCode == null ? Optional.empty() : stored.present(villageCode);
        if (village.isPresent()) {
            String code = village.get().code();
            return new Standing(stored.partition(code).orElse(communeCode), code);
        }
        return new Standing(stored.present(communeCode).map(Area::code).orElse(communeCode), villageCode);
    }

    /** Areas one level below that still exist. */
    public List<Area> within(String parentCode) {
        return rows.within(parentCode).stream()
                .map(AreaRow::area)
                .filter(area -> area.successorCode() == null)
                .toList();
    }

    public List<Area> all() {
        return rows.all().stream().map(AreaRow::area).toList();
    }

    void changed() {
        known.clear();
        older.clear();
    }
}
