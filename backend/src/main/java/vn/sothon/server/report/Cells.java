package vn.sothon.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of facts, by the key each is kept under. Pure: the same facts give the same sums in any order. */
final class Cells {
    /** Calendar months. */
    static final String MONTH = "M";
    /** ISO weeks. */
    static final String WEEK = "W";

    private final Map<Alike, Long> facts = new HashMap<>();

    /**
     * Where a number stands.
     *
     * @param task the empty text for none
     * @param dueOn the empty text where lateness plays no part
     */
    record Key(Place place, String grain, String period, String task, String mark, String dueOn) {}

    /** All of a fact that a sum depends on: hundreds of records of a day are a dozen kinds of fact. */
    private record Alike(
            String commune,
            @Nullable String village,
            @Nullable String group,
            @Nullable String task,
            LocalDate day,
            @Nullable LocalDate dueOn,
            List<String> marks) {}

    void add(Fact fact) {
        add(fact, 1);
    }

    void takeBack(Fact fact) {
        add(fact, -1);
    }

    private void add(Fact fact, long n) {
        Alike alike = new Alike(
                fact.commune(), fact.village(), fact.group(), fact.task(), fact.day(), fact.dueOn(), fact.marks());
        facts.merge(alike, n, Long::sum);
    }

    /** Sums that are not zero. */
    Map<Key, Long> sums() {
        Map<Key, Long> sums = new HashMap<>();
        facts.forEach((fact, n) -> {
            if (n != 0) {
                add(sums, fact, n);
            }
        });
        sums.values().removeIf(n -> n == 0);
        return sums;
    }

    private static void add(Map<Key, Long> sums, Alike fact, long n) {
        String month = Period.month(fact.day());
        String week = Period.week(fact.day());
        String task = fact.task() == null ? "" : fact.task();
        LocalDate due = fact.dueOn();
        for (Place place : places(fact)) {
            for (String mark : fact.marks()) {
                boolean dated = Mark.isDated(mark);
                String of = Mark.isOfATask(mark) ? task : "";
                String dueOn = dated && due != null ? due.toString() : "";
                sums.merge(new Key(place, MONTH, month, of, mark, dueOn), n, Long::sum);
                if (!dated) {
                    sums.merge(new Key(place, WEEK, week, of, mark, ""), n, Long::sum);
                }
            }
        }
    }

    private static List<Place> places(Alike fact) {
        List<Place> places = new ArrayList<>();
        places.add(Place.commune(fact.commune()));
        if (fact.village() != null) {
            places.add(new Place(fact.commune(), Place.Kind.VILLAGE, fact.village()));
        }
        if (fact.group() != null) {
            places.add(new Place(fact.commune(), Place.Kind.GROUP, fact.group()));
        }
        return places;
    }
}
