package vn.sothon.client.sync;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.client.task.PulledRow;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Pull;

/** Takes what changed since the cursor; without one it gathers everything beside the standing rows and swaps at the end. */
final class PullPhase {
    private static final int PAGE = 500;
    private static final int MOST_RESTARTS = 2;
    private static final Set<String> TYPES = types();

    private final ServerCalls calls;
    private final PulledRows rows;
    private final OwnRecords records;
    private final Transactions transactions;

    PullPhase(ServerCalls calls, PulledRows rows, OwnRecords records, Transactions transactions) {
        this.calls = calls;
        this.rows = rows;
        this.records = records;
        this.transactions = transactions;
    }

    Optional<Trouble> run(Tally tally) {
        int restarts = 0;
        try {
            while (true) {
                boolean rebuild = rows.cursor() == null;
                String sent = rebuild ? rows.stagedCursor() : rows.cursor();
                long epoch = calls.session().epoch();
                Pull.Answer page = calls.get(path(sent), Pull.Answer.class);
                boolean old = Boolean.TRUE.equals(page.reset()) || page.epoch() != epoch;
                if (old && sent != null) {
                    rows.startAgain();
                    if (++restarts > MOST_RESTARTS) {
                        return Optional.of(Trouble.of(Kind.NOT_UNDERSTOOD, 200));
                    }
                    continue;
                }
                if (page.more() && page.nextCursor().equals(sent)) {
                    return Optional.of(Trouble.of(Kind.NOT_UNDERSTOOD, 200));
                }
                take(page, rebuild);
                tally.pulled(page.changes().size() + page.removed().size());
                if (!page.more()) {
                    return Optional.empty();
                }
            }
        } catch (Trouble.Met met) {
            return Optional.of(met.trouble());
        }
    }

    private void take(Pull.Answer page, boolean rebuild) {
        List<PulledRow> changes = new ArrayList<>();
        for (Pull.Change change : page.changes()) {
            if (TYPES.contains(change.type())) {
                changes.add(new PulledRow(change.type(), change.id(), change.version(), Json.write(change.data())));
            }
        }
        List<PulledRows.Key> removed = new ArrayList<>();
        for (Pull.Removed gone : page.removed()) {
            removed.add(new PulledRows.Key(gone.type(), gone.id()));
        }
        transactions.atomically(() -> {
            List<PulledRow> heard = records.heard(changes);
            if (!rebuild) {
                rows.apply(heard, removed, page.nextCursor());
                records.restore(heard);
                return;
            }
            rows.stage(heard, removed, page.nextCursor());
            if (!page.more()) {
                rows.swapIn(page.nextCursor());
                records.restore(rows.all(Pull.Type.record.name()));
            }
        });
    }

    private static String path(@Nullable String cursor) {
        try {
            String path = "/api/v1/sync/pull?limit=" + PAGE;
            return cursor == null ? path : path + "&cursor=" + URLEncoder.encode(cursor, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static Set<String> types() {
        Set<String> names = new HashSet<>();
        for (Pull.Type type : Pull.Type.values()) {
            names.add(type.name());
        }
        return names;
    }
}
