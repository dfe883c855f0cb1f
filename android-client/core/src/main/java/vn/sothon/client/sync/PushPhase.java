package vn.sothon.client.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;

/** Sends what waits in the outbox, the oldest first; each item leaves it by its own verdict. */
final class PushPhase {
    /** A cut line asks for smaller calls, but being out of range says nothing about the size. */
    private static final int SMALLEST_AFTER_CUT = 10;
    /** So many lone items failing in a row means that the server is ill, not the items. */
    private static final int LONE_FAILURES_IN_A_ROW = 3;

    private static final int DEFAULT_AFTER = 60;
    private static final int UNKNOWN_VERDICT_AFTER = 3600;

    private final ServerCalls calls;
    private final Outbox outbox;
    private final ReceiptBook receipts;
    private final Transactions transactions;
    private final PhoneClock clock;

    private int limit = Push.MAX_ITEMS;
    private volatile Set<UUID> inFlight = Set.of();

    PushPhase(ServerCalls calls, Outbox outbox, ReceiptBook receipts, Transactions transactions, PhoneClock clock) {
        this.calls = calls;
        this.outbox = outbox;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    Set<UUID> inFlight() {
        return inFlight;
    }

    /** Sends until nothing is left that may be sent now, or until a trouble that more calls would not cure. */
    Optional<Trouble> run(Tally tally) {
        Set<UUID> failedNow = new HashSet<>();
        int loneFailures = 0;
        while (true) {
            List<Outbox.Entry> waiting = outbox.peek(limit + failedNow.size(), clock.wall());
            Batch batch = Batch.of(waiting, limit, failedNow);
            if (batch.ids().isEmpty()) {
                return Optional.empty();
            }
            try {
                settle(batch, send(batch), tally);
                loneFailures = 0;
                limit = Math.min(Push.MAX_ITEMS, limit * 2);
            } catch (Trouble.Met met) {
                Trouble trouble = met.trouble();
                if (trouble.kind() == Kind.UNREACHABLE) {
                    limit = Math.max(Math.min(limit, SMALLEST_AFTER_CUT), limit / 2);
                    return Optional.of(trouble);
                }
                if (trouble.kind() != Kind.TOO_LARGE && trouble.kind() != Kind.SERVER_ERROR) {
                    return Optional.of(trouble);
                }
                if (batch.ids().size() > 1) {
                    limit = Math.max(1, batch.ids().size() / 2);
                    continue;
                }
                UUID alone = batch.ids().get(0);
                outbox.failedAlone(alone);
                failedNow.add(alone);
                loneFailures++;
                if (trouble.kind() == Kind.SERVER_ERROR && loneFailures == LONE_FAILURES_IN_A_ROW) {
                    return Optional.of(trouble);
                }
            }
        }
    }

    private Push.Answer send(Batch batch) throws Trouble.Met {
        // Before the attempt: the server may store the items before the line breaks, so the same ids can arrive twice.
        outbox.attempted(batch.ids());
        inFlight = Set.copyOf(batch.ids());
        try {
            return calls.post("/api/v1/sync/push", batch.json(), receiptHeaders(), Push.Answer.class);
        } finally {
            inFlight = Set.of();
        }
    }

    private void settle(Batch batch, Push.Answer answer, Tally tally) throws Trouble.Met {
        List<Result> results = answer.results();
        if (!answersFor(batch, results)) {
            throw new Trouble.Met(Trouble.of(Kind.NOT_UNDERSTOOD, 200));
        }
        Instant now = clock.wall();
        transactions.atomically(() -> {
            for (int i = 0; i < results.size(); i++) {
                settle(batch.ids().get(i), results.get(i), now);
            }
            for (Receipt receipt : answer.receipts()) {
                receipts.note(receipt, now);
            }
        });
        for (Result result : results) {
            tally.verdict(known(result) ? result.verdict() : Verdict.RETRY);
        }
    }

    private void settle(UUID id, Result result, Instant now) {
        if (!known(result)) {
            outbox.postpone(id, now.plusSeconds(UNKNOWN_VERDICT_AFTER), Result.retry(id, "UNKNOWN_VERDICT", 0));
        } else if (result.verdict() == Verdict.RETRY) {
            int after = result.after() == null ? DEFAULT_AFTER : Math.max(1, result.after());
            outbox.postpone(id, now.plusSeconds(after), result);
        } else {
            outbox.settle(id, result);
        }
    }

    /** One verdict per item, in order; only an item the server could not even name may come back without its id. */
    private static boolean answersFor(Batch batch, List<Result> results) {
        if (results.size() != batch.ids().size()) {
            return false;
        }
        for (int i = 0; i < results.size(); i++) {
            UUID id = results.get(i).id();
            if (id == null
                    ? results.get(i).verdict() != Verdict.REJECTED
                    : !id.equals(batch.ids().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A verdict of a newer server reads as none. */
    private static boolean known(Result result) {
        return Objects.nonNull(result.verdict());
    }

    private Map<String, String> receiptHeaders() {
        StringBuilder shown = new StringBuilder();
        for (Receipt receipt : receipts.newest()) {
            shown.append(shown.length() == 0 ? "" : ", ")
                    .append(receipt.partition())
                    .append(' ')
                    .append(receipt.n())
                    .append(' ')
                    .append(receipt.head());
        }
        Map<String, String> headers = new HashMap<>();
        if (shown.length() > 0) {
            headers.put("Sothon-Receipts", shown.toString());
        }
        return headers;
    }
}
