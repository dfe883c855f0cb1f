package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.sothon.server.platform.cache.BriefCache;

/** What others may ask about places. */
@Singleton
public class AreaLookup {
    private final AreaRows rows;
    private final BriefCache<String, Area> known;
    private final AreaTree tree;

    AreaLookup(AreaRows rows) {
        this.rows = rows;
        this.known = new BriefCache<>(
                20_000, Duration.ofSeconds(20), code -> rows.find(code).map(AreaRow::area));
        this.tree = new AreaTree(known::find);
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
    }
}
