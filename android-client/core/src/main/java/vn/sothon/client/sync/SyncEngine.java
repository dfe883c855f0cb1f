package vn.sothon.client.sync;

import java.security.SecureRandom;
import java.util.Optional;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.UploadQueue;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.PushTokens;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.client.task.PulledRows;

/** One sync: push, then photos, then pull, then once a day the comparison. Safe to be cut anywhere and begun again. */
public final class SyncEngine {
    private static final Backoff BACKOFF = new Backoff(15_000, 3_600_000);
    private static final long SECOND = 1000;

    private final Sessions sessions;
    private final PulledRows rows;
    private final SecureRandom random;
    private final PushPhase push;
    private final UploadPhase uploads;
    private final PullPhase pull;
    private final DigestPhase digest;
    private final PushTokenPhase pushToken;

    private int failures;

    /** What the engine works on. */
    public record Stores(
            Transactions transactions,
            Sessions sessions,
            RecordBook book,
            Outbox outbox,
            UploadQueue uploads,
            PulledRows rows,
            ReceiptBook receipts,
            PushTokens pushTokens) {}

    public SyncEngine(
            Stores stores,
            AttachmentFiles files,
            Transport transport,
            PhoneClock clock,
            SecureRandom random,
            String appVersion) {
        ServerCalls calls =
                new ServerCalls(transport, stores.sessions(), stores.rows(), clock, stores.outbox(), appVersion);
        this.sessions = stores.sessions();
        this.rows = stores.rows();
        this.random = random;
        this.push = new PushPhase(calls, stores.outbox(), stores.receipts(), stores.transactions(), clock);
        this.uploads = new UploadPhase(calls, stores.uploads(), files, clock);
        this.pull = new PullPhase(
                calls,
                stores.rows(),
                new OwnRecords(stores.book(), stores.rows(), stores.sessions()),
                stores.transactions());
        this.pushToken = new PushTokenPhase(calls, stores.pushTokens());
        this.digest = new DigestPhase(calls, stores.sessions(), stores.rows(), clock);
    }

    /**
     * Syncs once, photos included.
     *
     * @throws IllegalStateException if the phone is not enrolled
     */
    public SyncReport syncOnce() {
        return syncOnce(true);
    }

    /**
     * Syncs once.
     *
     * @param withPhotos false: they wait for a line that costs nothing
     * @throws IllegalStateException if the phone is not enrolled
     */
    public synchronized SyncReport syncOnce(boolean withPhotos) {
        if (!sessions.current().isPresent()) {
            throw new IllegalStateException("not enrolled");
        }
        Tally tally = new Tally();
        Optional<Trouble> trouble = phases(tally, withPhotos);
        if (trouble.isPresent() && trouble.get().kind() == Kind.REVOKED) {
            obey();
        }
        failures = trouble.isPresent() ? failures + 1 : 0;
        return tally.report(trouble, waitMs(trouble));
    }

    /** The state of a record as the person sees it. */
    public RecordState stateOf(BookedRecord record) {
        boolean waiting = record.state() == RecordState.SAVED_ON_PHONE;
        return waiting && push.inFlight().contains(record.id()) ? RecordState.SENDING : record.state();
    }

    private Optional<Trouble> phases(Tally tally, boolean withPhotos) {
        Optional<Trouble> first = push.run(tally);
        if (first.isPresent() && first.get().endsContact()) {
            return first;
        }
        // An upload is asked about by HEAD, whose answer has no words: who refused it, and why, only the pull can tell.
        Optional<Trouble> uploading = withPhotos ? uploads.run(tally) : Optional.empty();
        if (uploading.isPresent() && uploading.get().kind() == Kind.UNREACHABLE) {
            return Trouble.worse(first, uploading);
        }
        Optional<Trouble> pulling = pulls(tally);
        if (!pulling.isPresent()) {
            pushToken.run();
        }
        boolean sentAway = pulling.isPresent() && pulling.get().kind() == Kind.REVOKED;
        return sentAway ? pulling : Trouble.worse(Trouble.worse(first, uploading), pulling);
    }

    private Optional<Trouble> pulls(Tally tally) {
        Optional<Trouble> trouble = pull.run(tally);
        if (trouble.isPresent()) {
            return trouble;
        }
        try {
            return digest.findsDifference() ? pull.run(tally) : Optional.empty();
        } catch (Trouble.Met met) {
            return Optional.of(met.trouble());
        }
    }

    /** A revoked device gives back what it was shown; what its person wrote stays until that person discards it. */
    private void obey() {
        rows.wipe();
        sessions.current().ifPresent(session -> sessions.save(session.sentAway()));
    }

    private long waitMs(Optional<Trouble> trouble) {
        if (!trouble.isPresent()) {
            return 0;
        }
        long backoff = BACKOFF.waitMs(failures, random.nextDouble());
        Integer asked = trouble.get().afterSeconds();
        return asked == null ? backoff : Math.max(asked * SECOND, backoff);
    }
}
