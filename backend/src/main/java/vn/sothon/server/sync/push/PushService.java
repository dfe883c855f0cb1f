package vn.sothon.server.sync.push;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.record.Act;
import vn.sothon.model.sync.Push.Answer;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.access.Caller;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.CommitUnknown;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.db.Written;
import vn.sothon.server.platform.http.ServerName;
import vn.sothon.server.record.Intake;
import vn.sothon.server.record.RecordIntake;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.RefusedItems;
import vn.sothon.server.record.StoredRecord;

/**
 * One push: bytes are judged beside the writer, then one work inside it stores, ties and answers. When the work fails it
 * is halved until the item that fails stands alone; its neighbours never pay for it.
 */
@Singleton
public class PushService {
    private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
    private static final int AGAIN = 60;
    private static final int WORTH_SHARING = 4;

    private final ItemJudge judge;
    private final Writer writer;
    private final KnownItems knownItems;
    private final RecordStore records;
    private final RecordIntake intake;
    private final RefusedItems refusals;
    private final Arrivals arrivals;
    private final Consequences consequences;
    private final Statuses statuses;
    private final Acts acts;
    private final ServerName name;
    private final ServerClock clock;
    private final ForkJoinPool verifiers = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

    PushService(
            ItemJudge judge,
            Writer writer,
            KnownItems knownItems,
            RecordStore records,
            RecordIntake intake,
            RefusedItems refusals,
            Arrivals arrivals,
            Consequences consequences,
            Statuses statuses,
            Acts acts,
            ServerName name,
            ServerClock clock) {
        this.judge = judge;
        this.writer = writer;
        this.knownItems = knownItems;
        this.records = records;
        this.intake = intake;
        this.refusals = refusals;
        this.arrivals = arrivals;
        this.consequences = consequences;
        this.statuses = statuses;
        this.acts = acts;
        this.name = name;
        this.clock = clock;
    }

    /** Judges every item and stores what holds; answers one verdict per item, in order. */
    public Answer push(Caller caller, List<JsonNode> items) {
        Instant receivedAt = clock.now();
        List<Numbered> judged = judge(items);
        Map<Integer, Result> results = new LinkedHashMap<>();
        Map<String, Receipt> receipts = new LinkedHashMap<>();
        List<Numbered> toStore = new ArrayList<>();
        List<RefusedItems.Refused> refused = new ArrayList<>();
        for (Numbered item : judged) {
            if (item.judged instanceof Judged.Answered answered) {
                results.put(item.number, answered.result());
                refusal(caller, item.node, answered.result(), receivedAt).ifPresent(refused::add);
            } else {
                toStore.add(item);
            }
        }
        if (!refused.isEmpty()) {
            remember(refused);
        }
        store(caller, recordsFirst(toStore), receivedAt, results, receipts);
        List<Result> inOrder = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            inOrder.add(Objects.requireNonNull(results.get(i)));
        }
        return new Answer(name.serverId(), name.epoch(), receivedAt, inOrder, List.copyOf(receipts.values()));
    }

    /** Before anything of the same call is stored: a record may already mend one that is refused beside it. */
    private void remember(List<RefusedItems.Refused> refused) {
        writer.write(tx -> {
            for (RefusedItems.Refused item : refused) {
                refusals.remember(tx.connection(), item);
            }
            return refused.size();
        });
    }

    /** What is to be remembered of an answer: nothing where the item is no refused one of the caller's own. */
    private static Optional<RefusedItems.Refused> refusal(
            Caller caller, JsonNode item, Result result, Instant refusedAt) {
        if (result.verdict() != Verdict.REJECTED || result.id() == null) {
            return Optional.empty();
        }
        String head = item.path("head").asText();
        return Optional.of(new RefusedItems.Refused(
                result.id(), Seals.sha256(head), caller.personId(), caller.deviceId(), refusedAt, result.problems()));
    }

    private List<Numbered> judge(List<JsonNode> items) {
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            numbered.add(new Numbered(i, items.get(i), null));
        }
        if (items.size() < WORTH_SHARING) {
            return few(numbered, items);
        }
        Map<UUID, String> stored = knownItems.hashes(items);
        return verifiers
                .submit(() -> numbered.parallelStream()
                        .map(item -> item.judgedBy(judge, stored))
                        .toList())
                .join();
    }

    /** Verifying a few costs less than asking first whether they are stored; what is stored is never refused for it. */
    private List<Numbered> few(List<Numbered> numbered, List<JsonNode> items) {
        List<Numbered> judged =
                numbered.stream().map(item -> item.judgedBy(judge, Map.of())).toList();
        if (judged.stream().noneMatch(item -> item.judged instanceof Judged.Answered)) {
            return judged;
        }
        Map<UUID, String> stored = knownItems.hashes(items);
        return stored.isEmpty()
                ? judged
                : numbered.stream().map(item -> item.judgedBy(judge, stored)).toList();
    }

    private static List<Numbered> recordsFirst(List<Numbered> items) {
        List<Numbered> ordered = new ArrayList<>();
        items.stream().filter(item -> !item.isAct()).forEach(ordered::add);
        items.stream().filter(Numbered::isAct).forEach(ordered::add);
        return ordered;
    }

    private void store(
            Caller caller,
            List<Numbered> items,
            Instant receivedAt,
            Map<Integer, Result> results,
            Map<String, Receipt> receipts) {
        if (items.isEmpty()) {
            return;
        }
        try {
            Written<Map<Integer, Result>> written = writer.<Map<Integer, Result>>submit(
                            tx -> all(tx, caller, items, receivedAt))
                    .join();
            results.putAll(written.value());
            written.receipts().forEach(receipt -> receipts.put(receipt.partition(), receipt));
        } catch (CompletionException e) {
            if (e.getCause() instanceof CommitUnknown unknown) {
                throw unknown;
            }
            if (items.size() == 1) {
                Numbered alone = items.get(0);
                LOG.error("an item could not be stored", e.getCause());
                results.put(alone.number, Result.retry(alone.id(), "INTERNAL", AGAIN));
                return;
            }
            int half = items.size() / 2;
            store(caller, items.subList(0, half), receivedAt, results, receipts);
            store(caller, items.subList(half, items.size()), receivedAt, results, receipts);
        }
    }

    private Map<Integer, Result> all(Tx tx, Caller caller, List<Numbered> items, Instant receivedAt)
            throws SQLException {
        Map<Integer, Result> results = new LinkedHashMap<>();
        for (Numbered item : items) {
            results.put(item.number, one(tx, caller, item, receivedAt));
        }
        return results;
    }

    private Result one(Tx tx, Caller caller, Numbered numbered, Instant receivedAt) throws SQLException {
        if (numbered.judged instanceof Judged.SameAgain again) {
            return known(tx, records.find(tx.connection(), again.id()).orElseThrow());
        }
        Judged.Holds holds = (Judged.Holds) Objects.requireNonNull(numbered.judged);
        Intake outcome = intake.take(tx, arrivals.of(tx.connection(), caller, holds.item(), receivedAt));
        if (outcome instanceof Intake.Refused refused) {
            Result rejected = Result.rejected(numbered.id(), refused.problems());
            Optional<RefusedItems.Refused> refusal = refusal(caller, numbered.node, rejected, receivedAt);
            if (refusal.isPresent()) {
                refusals.remember(tx.connection(), refusal.get());
            }
            return rejected;
        }
        if (outcome instanceof Intake.Known known) {
            return known(tx, known.record());
        }
        return stored(tx, (Intake.Stored) outcome, holds, receivedAt);
    }

    private Result known(Tx tx, StoredRecord record) throws SQLException {
        return Statuses.result(statuses.of(tx.connection(), record), Verdict.DUPLICATE);
    }

    private Result stored(Tx tx, Intake.Stored stored, Judged.Holds holds, Instant at) throws SQLException {
        StoredRecord record = stored.record();
        List<String> notes = stored.notes();
        if (record.status() == StoredRecord.Status.ACCEPTED && holds.item().payload() instanceof Act act) {
            for (String note : acts.perform(tx, record, act, at)) {
                records.note(tx.connection(), record.id(), note, at);
            }
            // In the order in which they are always told.
            notes = records.notes(tx.connection(), record.id());
        }
        for (StoredRecord other : stored.changed()) {
            if (!other.id().equals(record.id())) {
                consequences.draw(tx, other, at);
            }
        }
        RecordStatus status = consequences.first(tx, record, holds.item(), notes, at);
        return Statuses.result(status, record.status() == StoredRecord.Status.HELD ? Verdict.HELD : Verdict.ACCEPTED);
    }

    @PreDestroy
    void close() {
        verifiers.shutdown();
    }

    private record Numbered(int number, JsonNode node, @Nullable Judged judged) {
        Numbered judgedBy(ItemJudge judge, Map<UUID, String> stored) {
            return new Numbered(number, node, judge.judge(node, stored::get));
        }

        boolean isAct() {
            return judged instanceof Judged.Holds holds && holds.item().kind().isAct();
        }

        @Nullable
        UUID id() {
            if (judged instanceof Judged.Holds holds) {
                return holds.item().head().id();
            }
            return judged instanceof Judged.SameAgain again ? again.id() : null;
        }
    }
}
