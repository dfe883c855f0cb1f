package vn.sothon.server.report;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The places whose figures somebody may see: communes whole, or some villages and groups of one. No place stands in it
 * twice, so that sums over it count nothing twice.
 *
 * @param villages by commune
 * @param groups by commune; none of a village that stands here itself
 */
public record ProgressScope(
        boolean everywhere, Set<String> communes, Map<String, Set<String>> villages, Map<String, Set<String>> groups) {

    public ProgressScope {
        communes = Set.copyOf(communes);
        villages = Map.copyOf(villages);
        groups = Map.copyOf(groups);
    }

    /** Everything: for the keeper of the server, at its own machine. */
    public static ProgressScope all() {
        return new ProgressScope(true, Set.of(), Map.of(), Map.of());
    }

    /** One commune, whole. */
    public static ProgressScope ofCommune(String commune) {
        return new ProgressScope(false, Set.of(commune), Map.of(), Map.of());
    }

    /** One village of a commune. */
    public static ProgressScope ofVillage(String commune, String village) {
        return new ProgressScope(false, Set.of(), Map.of(commune, Set.of(village)), Map.of());
    }

    boolean seesWhole(String commune) {
        return everywhere || communes.contains(commune);
    }

    /** What of a commune may be seen. */
    Set<Place> in(String commune) {
        Set<Place> places = new HashSet<>();
        if (seesWhole(commune)) {
            places.add(Place.commune(commune));
            return places;
        }
        villages.getOrDefault(commune, Set.of())
                .forEach(code -> places.add(new Place(commune, Place.Kind.VILLAGE, code)));
        groups.getOrDefault(commune, Set.of()).forEach(code -> places.add(new Place(commune, Place.Kind.GROUP, code)));
        return places;
    }

    /** Every commune of which something may be seen, unless that is everywhere. */
    Set<String> named() {
        Set<String> named = new TreeSet<>(communes);
        named.addAll(new TreeMap<>(villages).keySet());
        named.addAll(new TreeMap<>(groups).keySet());
        return named;
    }
}
