package vn.sothon.server.sync.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.sync.Seals;

/**
 * What one person sees of the feed: a condition per partition. Nobody sees a row about himself, nor another person's
 * own rows.
 */
final class View {
    private final UUID personId;
    private final SortedMap<String, Part> parts;

    View(UUID personId, SortedMap<String, Part> parts) {
        this.personId = personId;
        this.parts = new TreeMap<>(parts);
    }

    /**
     * What is seen of one partition.
     *
     * @param place rows of the whole partition are seen
     * @param all rows of every village and group as well
     */
    record Part(boolean place, boolean all, Set<String> villages, Set<String> groups) {
        static final Part OWN = new Part(false, false, Set.of(), Set.of());
        static final Part PLACE = new Part(true, false, Set.of(), Set.of());
        static final Part ALL = new Part(true, true, Set.of(), Set.of());

        Part {
            villages = Set.copyOf(villages);
            groups = Set.copyOf(groups);
        }
    }

    Set<String> partitions() {
        return parts.keySet();
    }

    /** The same view and the person's own rows in more partitions: work done where he has no office any more. */
    View withOwnRowsIn(Set<String> partitions) {
        SortedMap<String, Part> more = new TreeMap<>(parts);
        partitions.forEach(code -> more.putIfAbsent(code, Part.OWN));
        return new View(personId, more);
    }

    /** Pins the view; partitions of own rows only do not count, they come and go without harm. */
    String fingerprint() {
        StringBuilder text = new StringBuilder(personId.toString());
        parts.forEach((code, part) -> {
            if (part.place()) {
                text.append('\n').append(code).append(part.all() ? " all" : "");
                new TreeSet<>(part.villages()).forEach(v -> text.append(" v:").append(v));
                new TreeSet<>(part.groups()).forEach(g -> text.append(" g:").append(g));
            }
        });
        return Seals.sha256(text.toString());
    }

    /** The condition on {@code feed_row} for one partition. */
    Condition in(String partition) {
        Part part = parts.getOrDefault(partition, Part.OWN);
        List<String> values = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder("partition_code = ? AND (concerned_id IS NULL OR concerned_id NOT LIKE ?)");
        values.add(partition);
        values.add("%" + personId + "%");
        sql.append(" AND (person_id = ?");
        values.add(personId.toString());
        if (part.all()) {
            sql.append(" OR person_id IS NULL");
        } else if (part.place()) {
            sql.append(" OR (person_id IS NULL AND ((village_code IS NULL AND group_code IS NULL)");
            oneOf(sql, values, "village_code", part.villages());
            oneOf(sql, values, "group_code", part.groups());
            sql.append("))");
        }
        sql.append(")");
        return new Condition(sql.toString(), List.copyOf(values));
    }

    private static void oneOf(StringBuilder sql, List<String> values, String column, Set<String> codes) {
        if (!codes.isEmpty()) {
            sql.append(" OR ")
                    .append(column)
                    .append(" IN (?")
                    .append(", ?".repeat(codes.size() - 1))
                    .append(")");
            values.addAll(codes);
        }
    }

    record Condition(String sql, List<String> values) {}
}
