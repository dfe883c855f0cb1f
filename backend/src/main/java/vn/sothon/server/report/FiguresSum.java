package vn.sothon.server.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds kept sums up to figures, as of a day. */
final class FiguresSum {
    private final String today;
    private final Map<String, Long> sums = new HashMap<>();
    private final TreeMap<String, Long> findings = new TreeMap<>();
    private long overdue;
    private long lateRecommendations;

    FiguresSum(LocalDate today) {
        this.today = today.toString();
    }

    void add(CellStore.Sum sum) {
        String mark = sum.mark();
        if (mark.startsWith(Mark.FOUND)) {
            findings.merge(mark.substring(Mark.FOUND.length()), sum.n(), Long::sum);
            return;
        }
        sums.merge(mark, sum.n(), Long::sum);
        // Days are written so that their order is that of time.
        if (!sum.dueOn().isEmpty() && sum.dueOn().compareTo(today) < 0) {
            if (mark.equals(Mark.UNCHECKED)) {
                overdue += sum.n();
            } else {
                lateRecommendations += sum.n();
            }
        }
    }

    Figures figures() {
        return new Figures(
                of(Mark.RECORDS),
                of(Mark.CHECKS),
                of(Mark.ATTEMPTS),
                of(Mark.MINUTES),
                of(Mark.DUE),
                of(Mark.CHECKED),
                of(Mark.CHECKED_IN_TIME),
                of(Mark.CHECKED) - of(Mark.CHECKED_IN_TIME),
                overdue,
                of(Mark.UNCHECKED) - overdue,
                of(Mark.GROUP_DUE),
                of(Mark.GROUP_CHECKED),
                of(Mark.LAPSED),
                findings,
                of(Mark.RECOMMENDED),
                of(Mark.RECOMMENDATION_OPEN),
                lateRecommendations,
                of(Mark.RECOMMENDATION_CLOSED));
    }

    private long of(String mark) {
        return sums.getOrDefault(mark, 0L);
    }
}
