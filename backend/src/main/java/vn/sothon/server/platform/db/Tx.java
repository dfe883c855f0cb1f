package vn.sothon.server.platform.db;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.LogEntry;

/**
 * One caller's share of a writing transaction. Repositories called on this thread take part in it; what is announced
 * here gets its place in feed and log as the last step before the commit.
 */
public final class Tx {
    private final Connection connection;
    private final List<FeedChange> changes = new ArrayList<>();
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Tx(Connection connection) {
        this.connection = connection;
    }

    /** The transaction's connection, for statements too hot for a repository. */
    public Connection connection() {
        return connection;
    }

    public void announce(FeedChange change) {
        changes.add(change);
    }

    public void log(LogEntry entry) {
        entries.add(entry);
    }

    /**
     * Something quick to be done once this is durable, in this process. It may be lost with the process: what must not be
     * lost is a row.
     */
    public void afterCommit(Runnable work) {
        afterwards.add(work);
    }

    List<FeedChange> changes() {
        return changes;
    }

    List<LogEntry> entries() {
        return entries;
    }

    List<Runnable> afterwards() {
        return afterwards;
    }
}
