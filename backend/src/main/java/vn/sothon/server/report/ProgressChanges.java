package vn.sothon.server.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.FeedObserver;

/**
 * Promises to count again whatever a transaction announces: one row for all of it. Whoever changes a fact tells the
 * phones of it, so nothing that counts changes unheard.
 */
@Singleton
final class ProgressChanges implements FeedObserver {
    static final String KIND = "progress";

    private final Provider<Jobs> jobs;

    ProgressChanges(Provider<Jobs> jobs) {
        this.jobs = jobs;
    }

    @Override
    public void announced(Connection connection, List<FeedChange> changes) throws SQLException {
        Set<String> words = Touched.words(changes);
        if (!words.isEmpty()) {
            jobs.get().promise(connection, KIND, String.join(" ", words));
        }
    }
}
