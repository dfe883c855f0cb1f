package vn.sothon.server.sync.pull;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.ServerName;

/** Answers pulls and digests from the feed. */
@Singleton
class PullService {
    static final int USUAL = 500;
    static final int MOST = 1_000;
    /** Removals are remembered longer than this, so that no cursor that is still taken has missed one. */
    private static final Duration CURSOR_LIFE = Duration.ofDays(390);

    private final TransactionOperations<Connection> transactions;
    private final FeedReader reader;
    private final Scopes scopes;
    private final Views views;
    private final RecordContents contents;
    private final ServerName name;
    private final ServerClock clock;

    PullService(
            TransactionOperations<Connection> transactions,
            FeedReader reader,
            Scopes scopes,
            Views views,
            RecordContents contents,
            ServerName name,
            ServerClock clock) {
        this.transactions = transactions;
        this.reader = reader;
        this.scopes = scopes;
        this.views = views;
        this.contents = contents;
        this.name = name;
        this.clock = clock;
    }

    Pull.Answer pull(Caller caller, @Nullable String cursorText, int limit) {
        View view = views.of(scopes.of(caller, clock.today()));
        Optional<Cursor> cursor =
                cursorText == null ? Optional.empty() : Cursor.of(cursorText).filter(c -> fits(c, view));
        Page page = new Page(
                cursor,
                Math.max(1, Math.min(limit, MOST)),
                contents,
                caller.deviceId().toString());
        transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            page.read(connection, reader, view.withOwnRowsIn(reader.partitionsOf(connection, caller.personId())));
            return page;
        });
        return new Pull.Answer(
                name.serverId(),
                name.epoch(),
                clock.now(),
                page.changes(),
                page.removed(),
                new Cursor(name.epoch(), view.fingerprint(), clock.millis(), page.read(), page.since()).text(),
                page.more(),
                (cursorText != null && cursor.isEmpty()) ? Boolean.TRUE : null);
    }

    private boolean fits(Cursor cursor, View view) {
        return cursor.epoch() == name.epoch()
                && cursor.view().equals(view.fingerprint())
                && clock.millis() - cursor.made() < CURSOR_LIFE.toMillis();
    }

    /** Counts by looking at every row in view: right for a commune, and asked once a day. */
    Pull.Digest digest(Caller caller) {
        View view = views.of(scopes.of(caller, clock.today()));
        Map<String, Map<String, Long>> versions = new TreeMap<>();
        transactions.executeRead(status -> {
            scan(
                    status.getConnection(),
                    view.withOwnRowsIn(reader.partitionsOf(status.getConnection(), caller.personId())),
                    versions);
            return versions;
        });
        List<Pull.Bucket> buckets = versions.entrySet().stream()
                .map(type -> bucket(type.getKey(), type.getValue()))
                .toList();
        return new Pull.Digest(name.serverId(), name.epoch(), buckets);
    }

    private void scan(Connection connection, View view, Map<String, Map<String, Long>> versions) throws SQLException {
        for (String partition : view.partitions()) {
            // A row seen from two places is one row on the phone.
            reader.present(
                    connection, view, partition, row -> versions.computeIfAbsent(row.type(), t -> new HashMap<>())
                            .merge(row.id(), row.version(), Math::max));
        }
        Map<String, Long> statuses = versions.getOrDefault(Pull.Type.recordStatus.name(), Map.of());
        for (String id : contents.kept(connection, statuses.keySet())) {
            versions.computeIfAbsent(Pull.Type.record.name(), t -> new HashMap<>())
                    .put(id, Pull.CONTENT_VERSION);
        }
    }

    private static Pull.Bucket bucket(String type, Map<String, Long> versions) {
        long sum = 0;
        for (Map.Entry<String, Long> row : versions.entrySet()) {
            sum += Pull.fingerprint(type, row.getKey(), row.getValue());
        }
        return new Pull.Bucket(type, versions.size(), Long.toHexString(sum));
    }
}
