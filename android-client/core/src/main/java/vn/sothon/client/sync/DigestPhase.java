package vn.sothon.client.sync;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Pull.Bucket;

/** Asks once a day whether both sides hold the same rows; if not, everything is pulled again. */
final class DigestPhase {
    private final ServerCalls calls;
    private final Sessions sessions;
    private final PulledRows rows;
    private final PhoneClock clock;

    DigestPhase(ServerCalls calls, Sessions sessions, PulledRows rows, PhoneClock clock) {
        this.calls = calls;
        this.sessions = sessions;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether the rows turned out to differ, so that a rebuild begins. */
    boolean findsDifference() throws Trouble.Met {
        LocalDate today = DueDates.day(clock.wall());
        if (today.equals(calls.session().digestOn())) {
            return false;
        }
        Pull.Digest theirs = calls.get("/api/v1/sync/digest", Pull.Digest.class);
        sessions.save(calls.session().compared(today));
        if (rows.cursor() == null || same(theirs)) {
            return false;
        }
        rows.startAgain();
        return true;
    }

    private boolean same(Pull.Digest theirs) {
        Map<String, Bucket> ours = new HashMap<>();
        for (Bucket bucket : rows.digest()) {
            ours.put(bucket.type(), bucket);
        }
        Set<String> known = new HashSet<>();
        for (Pull.Type type : Pull.Type.values()) {
            known.add(type.name());
        }
        for (Bucket bucket : theirs.buckets()) {
            Bucket our = ours.remove(bucket.type());
            boolean both = our != null && our.count() == bucket.count() && sum(our) == sum(bucket);
            if (!both && known.contains(bucket.type()) && (our != null || bucket.count() != 0)) {
                return false;
            }
        }
        return ours.isEmpty();
    }

    private static long sum(Bucket bucket) {
        try {
            return Long.parseUnsignedLong(bucket.sum(), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
