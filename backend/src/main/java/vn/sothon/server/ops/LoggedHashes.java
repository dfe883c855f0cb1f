package vn.sothon.server.ops;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.ledger.LogEntry;

/** What the logs say of each thing: the hash of every item, and of the newest tie of each record. */
final class LoggedHashes {
    private final Map<String, String> items = new HashMap<>();
    private final Map<String, String> ties = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private long entries;

    void add(LogEntry.Numbered entry) {
        entries++;
        if (entry.type() == LogEntry.Type.ITEM) {
            items.put(entry.id(), entry.hash());
        } else if (entry.type() == LogEntry.Type.TIE) {
            ties.put(entry.id(), entry.hash());
        } else if (entry.type() == LogEntry.Type.RESULT) {
            results.put(entry.id(), entry.hash());
        } else if (entry.type() == LogEntry.Type.DECISION) {
            decisions.put(entry.id(), entry.hash());
        }
    }

    @Nullable
    String item(String id) {
        return items.remove(id);
    }

    @Nullable
    String tie(String id) {
        return ties.get(id);
    }

    /** Of each result, figure and mark that somebody entered. */
    Map<String, String> results() {
        return results;
    }

    @Nullable
    String decision(String id) {
        return decisions.remove(id);
    }

    /** Decisions the log knows and nobody asked for. */
    Iterable<String> unaskedDecisions() {
        return decisions.keySet();
    }

    /** Items the log knows and nobody asked for: they are gone from the store. */
    Iterable<String> unasked() {
        return items.keySet();
    }

    long entries() {
        return entries;
    }
}
