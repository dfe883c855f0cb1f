package vn.sothon.client.sync;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.sothon.model.sync.Push.Verdict;

/** Counts what one sync does while it runs. */
final class Tally {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int uploaded;
    private int pulled;

    void verdict(Verdict verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }

    void uploaded() {
        uploaded++;
    }

    void pulled(int rows) {
        pulled += rows;
    }

    SyncReport report(Optional<Trouble> trouble, long waitMs) {
        return new SyncReport(
                count(Verdict.ACCEPTED),
                count(Verdict.DUPLICATE),
                count(Verdict.HELD),
                count(Verdict.REJECTED),
                count(Verdict.RETRY),
                uploaded,
                pulled,
                trouble,
                waitMs);
    }

    private int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }
}
