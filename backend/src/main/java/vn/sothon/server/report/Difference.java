package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kept number that is not what the facts amount to.
 *
 * @param place code of the commune, village or group
 * @param period a month {@code 2026-11} or a week {@code 2026-W47}
 * @param task id of the plan task; empty for none
 * @param what counted, as {@code docs/progress.md} names it
 */
public record Difference(
        @JsonProperty("place") String place,
        @JsonProperty("period") String period,
        @JsonProperty("task") String task,
        @JsonProperty("what") String what,
        @JsonProperty("kept") long kept,
        @JsonProperty("counted") long counted) {

    static List<Difference> between(Map<Cells.Key, Long> kept, Map<Cells.Key, Long> counted) {
        Set<Cells.Key> keys = new HashSet<>(kept.keySet());
        keys.addAll(counted.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Cells.Key key : keys) {
            long was = kept.getOrDefault(key, 0L);
            long is = counted.getOrDefault(key, 0L);
            if (was != is) {
                String what = key.mark() + (key.dueOn().isEmpty() ? "" : " " + key.dueOn());
                differences.add(new Difference(key.place().code(), key.period(), key.task(), what, was, is));
            }
        }
        differences.sort(Comparator.comparing(Difference::place)
                .thenComparing(Difference::period)
                .thenComparing(Difference::what)
                .thenComparing(Difference::task));
        return differences;
    }
}
