package vn.sothon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.UploadQueue.Upload;
import vn.sothon.client.sync.ReceiptBook.Contradiction;
import vn.sothon.client.task.PulledRow;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Pull.Bucket;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.SealedItem;

/** What every store of a phone must do: run by the fake and by each real engine. */
public abstract class PhoneStoreContract {
    private static final Instant NOW = Instant.parse("2026-02-05T01:00:00Z");

    private final PhoneStore store;

    protected PhoneStoreContract(PhoneStore fresh) {
        this.store = fresh;
    }

    @Test
    void store_whenFresh_holdsNothing() {
        assertThat(store.sessions().current()).isEmpty();
        assertThat(store.drafts().all()).isEmpty();
        assertThat(store.book().all()).isEmpty();
        assertThat(store.outbox().size()).isZero();
        assertThat(store.uploads().due(NOW)).isEmpty();
        assertThat(store.rows().cursor()).isNull();
        assertThat(store.receipts().newest()).isEmpty();
    }

    @Test
    void save_whenTheDraftChanges_keepsTheLastState() {
        Draft draft = aDraft(UUID.randomUUID());
        store.drafts().save(draft, NOW);
        Draft changed = asStored(draft.withPayload(Json.tree(ChecksMother.checked(40_000_000, 1))));
        store.drafts().save(changed, NOW.plusSeconds(1));

        assertThat(store.drafts().find(draft.id())).contains(changed);
        assertThat(store.drafts().all()).containsExactly(changed);
    }

    @Test
    void all_whenSeveralWereBegun_namesTheOneTouchedLastFirst() {
        Draft first = aDraft(UUID.randomUUID());
        Draft second = aDraft(UUID.randomUUID());
        store.drafts().save(first, NOW);
        store.drafts().save(second, NOW.plusSeconds(1));
        store.drafts().save(first, NOW.plusSeconds(2));

        assertThat(store.drafts().all()).containsExactly(first, second);
        store.drafts().discard(first.id());
        assertThat(store.drafts().all()).containsExactly(second);
    }

    @Test
    void append_whenTheIdIsInTheBook_refuses() {
        UUID id = book(null);
        assertThatThrownBy(() -> store.book().append(entry(id, null, null))).isInstanceOf(IllegalStateException.class);
        assertThat(store.book().all()).hasSize(1);
    }

    @Test
    void restore_whenTheServerGivesARecordBack_isReceivedAndNeverSent() {
        UUID id = UUID.randomUUID();
        store.book().restore(entry(id, null, null));

        assertThat(record(id).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(record(id).item()).isEqualTo(new SealedItem("head " + id, "body đ\n", "signature"));
        assertThat(store.outbox().size()).isZero();
        store.book().heard(new RecordStatus(id, "HELD", "GRANT", List.of(), List.of("aa"), null, null));
        assertThat(record(id).state()).isEqualTo(RecordState.HELD);
        assertThat(record(id).missing()).isEqualTo(1);
    }

    @Test
    void restore_whenTheRecordIsInTheBook_changesNothing() {
        UUID id = book(null);
        store.outbox().add(id);
        store.book().restore(entry(id, null, null));

        assertThat(record(id).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(store.outbox().size()).isEqualTo(1);
        assertThat(store.book().all()).hasSize(1);
    }

    @Test
    void find_whenSealed_givesTheVeryBytes() {
        UUID id = book(null);
        BookedRecord record = record(id);
        assertThat(record.item()).isEqualTo(new SealedItem("head " + id, "body đ\n", "signature"));
        assertThat(record.state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(record.sealedAt()).isEqualTo(NOW);
        assertThat(record.answer()).isNull();
        assertThat(store.book().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void current_whenCorrectedTwice_isTheLastCorrection() {
        UUID first = book(null);
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        store.book().append(entry(second, null, first));
        store.book().append(entry(third, null, second));

        assertThat(store.book().current(record(first)).id()).isEqualTo(third);
        assertThat(store.book().current(record(third)).id()).isEqualTo(third);
    }

    @Test
    void ofVisit_whenTwoVisitsWereMade_givesOnesOnly() {
        UUID visit = UUID.randomUUID();
        UUID one = book(visit);
        UUID two = book(visit);
        book(UUID.randomUUID());
        book(null);

        assertThat(store.book().ofVisit(visit)).extracting(BookedRecord::id).containsExactly(one, two);
    }

    @Test
    void heard_whenThePhoneStillWaitsForItsOwnAnswer_changesNothing() {
        UUID id = book(null);
        store.book().heard(new RecordStatus(id, "ACCEPTED", null, List.of(), List.of("aa"), null, null));
        assertThat(record(id).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(store.uploads().size()).isZero();
    }

    @Test
    void heard_whenAHeldRecordWasAdmitted_isReceived() {
        UUID id = book(null);
        store.outbox().settle(id, result(id, Verdict.HELD, List.of("aa", "bb")));
        assertThat(record(id).state()).isEqualTo(RecordState.HELD);

        store.book().heard(new RecordStatus(id, "ACCEPTED", null, List.of("CLOCK"), List.of("bb"), null, null));
        assertThat(record(id).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(record(id).missing()).isEqualTo(1);
    }

    @Test
    void peek_whenSeveralWait_givesTheOldestFirst() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> queued()).toList();
        assertThat(store.outbox().peek(3, NOW)).extracting(Outbox.Entry::id).isEqualTo(ids.subList(0, 3));
        assertThat(store.outbox().size()).isEqualTo(5);
    }

    @Test
    void settle_whenAnswered_takesOnlyThatItem() {
        UUID one = queued();
        UUID two = queued();
        store.outbox().attempted(List.of(one, two));
        store.outbox().settle(one, result(one, Verdict.ACCEPTED, List.of("aa", "bb")));

        assertThat(store.outbox().peek(9, NOW)).extracting(Outbox.Entry::id).containsExactly(two);
        assertThat(record(one).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(record(one).missing()).isEqualTo(2);
        assertThat(record(one).sends()).isEqualTo(1);
        assertThat(record(two).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(record(two).sends()).isEqualTo(1);
    }

    @Test
    void settle_whenRejected_keepsTheRecordAndItsProblems() {
        UUID id = queued();
        Result rejected = Result.rejected(id, List.of(new Problem("payload.note", "TOO_LONG")));
        store.outbox().settle(id, rejected);

        assertThat(store.outbox().size()).isZero();
        assertThat(record(id).state()).isEqualTo(RecordState.REJECTED);
        assertThat(record(id).answer()).isEqualTo(rejected);
    }

    @Test
    void settle_whenADuplicateIsHeld_isHeld() {
        UUID id = queued();
        store.outbox()
                .settle(
                        id,
                        new Result(
                                id,
                                Verdict.DUPLICATE,
                                "HELD",
                                List.of(),
                                List.of(),
                                null,
                                null,
                                "GRANT",
                                List.of(),
                                null,
                                null));
        assertThat(record(id).state()).isEqualTo(RecordState.HELD);
    }

    @Test
    void postpone_whenAskedToWait_waitsAndThenComesBack() {
        UUID id = queued();
        store.outbox().postpone(id, NOW.plusSeconds(60), Result.retry(id, "UNEXPECTED", 60));

        assertThat(store.outbox().peek(9, NOW.plusSeconds(59))).isEmpty();
        assertThat(store.outbox().peek(9, NOW.plusSeconds(60))).hasSize(1);
        assertThat(record(id).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
    }

    @Test
    void peek_whenTheClockStoodYearsAheadAndWasPutRight_doesNotWaitForThoseYears() {
        UUID id = queued();
        Instant ahead = NOW.plus(Duration.ofDays(3650));
        store.outbox().postpone(id, ahead.plusSeconds(60), Result.retry(id, "UNEXPECTED", 60));
        assertThat(store.outbox().peek(9, ahead)).isEmpty();
        assertThat(store.outbox().peek(9, NOW)).hasSize(1);
    }

    @Test
    void due_whenTheClockStoodYearsAheadAndWasPutRight_doesNotWaitForThoseYears() {
        UUID id = queued();
        store.outbox().settle(id, result(id, Verdict.ACCEPTED, List.of("aa")));
        Instant ahead = NOW.plus(Duration.ofDays(3650));
        store.uploads().failed("aa", ahead.plusSeconds(60));
        assertThat(store.uploads().due(ahead)).isEmpty();
        assertThat(store.uploads().due(NOW)).extracting(Upload::sha256).containsExactly("aa");
    }

    @Test
    void failedAlone_whenItHappensFiveTimes_goesBehindTheOthersAndIsShown() {
        UUID bad = queued();
        UUID good = queued();
        for (int i = 1; i < Outbox.PATIENCE; i++) {
            store.outbox().failedAlone(bad);
        }
        assertThat(store.outbox().peek(1, NOW)).extracting(Outbox.Entry::id).containsExactly(bad);
        assertThat(store.outbox().stuck()).isEmpty();

        store.outbox().failedAlone(bad);
        UUID later = queued();
        assertThat(store.outbox().peek(9, NOW)).extracting(Outbox.Entry::id).containsExactly(good, later, bad);
        assertThat(store.outbox().stuck()).containsExactly(bad);
    }

    @Test
    void atomically_whenTheWorkFails_undoesAllOfIt() {
        UUID id = UUID.randomUUID();
        Draft draft = aDraft(id);
        store.drafts().save(draft, NOW);
        assertThatThrownBy(() -> store.transactions().atomically(() -> {
                    store.book().append(entry(id, null, null));
                    store.outbox().add(id);
                    store.drafts().discard(id);
                    store.rows().apply(List.of(row("loan", "1", 1)), List.of(), "c");
                    throw new IllegalArgumentException("the battery died");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.book().all()).isEmpty();
        assertThat(store.outbox().size()).isZero();
        assertThat(store.drafts().all()).containsExactly(draft);
        assertThat(store.rows().all("loan")).isEmpty();
        assertThat(store.rows().cursor()).isNull();
    }

    @Test
    void due_whenTwoRecordsMissTheSamePhoto_namesItOnce() {
        UUID one = queued();
        UUID two = queued();
        store.outbox().settle(one, result(one, Verdict.ACCEPTED, List.of("aa", "bb")));
        store.outbox().settle(two, result(two, Verdict.ACCEPTED, List.of("aa")));

        assertThat(store.uploads().due(NOW)).containsExactly(new Upload("aa", null, 0), new Upload("bb", null, 0));
        assertThat(store.uploads().size()).isEqualTo(2);
        store.uploads().done("aa", NOW.plusSeconds(600));
        assertThat(record(one).missing()).isEqualTo(1);
        assertThat(record(two).missing()).isZero();
        assertThat(store.uploads().size()).isEqualTo(1);
    }

    @Test
    void done_whenAnOlderStatusStillMissesTheFile_waitsBeforeSendingItAgain() {
        UUID id = queued();
        store.outbox().settle(id, result(id, Verdict.ACCEPTED, List.of("aa")));
        store.uploads().done("aa", NOW.plusSeconds(600));
        store.book().heard(new RecordStatus(id, "ACCEPTED", null, List.of(), List.of("aa"), null, null));

        assertThat(store.uploads().due(NOW.plusSeconds(599))).isEmpty();
        assertThat(store.uploads().due(NOW.plusSeconds(600))).containsExactly(new Upload("aa", null, 0));
    }

    @Test
    void began_whenTheLineBreaks_remembersWhereItGoesOn() {
        UUID id = queued();
        store.outbox().settle(id, result(id, Verdict.ACCEPTED, List.of("aa")));
        store.uploads().began("aa", "/api/v1/attachments/7");
        assertThat(store.uploads().due(NOW)).containsExactly(new Upload("aa", "/api/v1/attachments/7", 0));
        store.uploads().began("aa", null);
        assertThat(store.uploads().due(NOW)).containsExactly(new Upload("aa", null, 0));
    }

    @Test
    void failed_whenItMustWait_letsTheOthersPass() {
        UUID id = queued();
        store.outbox().settle(id, result(id, Verdict.ACCEPTED, List.of("aa", "bb")));
        store.uploads().failed("aa", NOW.plusSeconds(60));
        assertThat(store.uploads().due(NOW)).containsExactly(new Upload("bb", null, 0));
        assertThat(store.uploads().due(NOW.plusSeconds(60)))
                .containsExactly(new Upload("bb", null, 0), new Upload("aa", null, 1));
    }

    @Test
    void apply_whenARowChangesOrGoes_holdsTheNewestState() {
        store.rows().apply(List.of(row("loan", "1", 1), row("loan", "2", 1), row("group", "1", 1)), List.of(), "a");
        store.rows().apply(List.of(row("loan", "1", 2)), List.of(new PulledRows.Key("loan", "2")), "b");

        assertThat(store.rows().all("loan")).containsExactly(row("loan", "1", 2));
        assertThat(store.rows().find("group", "1")).contains(row("group", "1", 1));
        assertThat(store.rows().cursor()).isEqualTo("b");
    }

    @Test
    void swapIn_whenARebuildIsWhole_replacesAllAtOnce() {
        store.rows().apply(List.of(row("loan", "1", 1), row("loan", "2", 1)), List.of(), "a");
        store.rows().startAgain();
        store.rows().stage(List.of(row("loan", "2", 5), row("loan", "3", 5)), List.of(), "x");
        assertThat(store.rows().all("loan")).containsExactly(row("loan", "1", 1), row("loan", "2", 1));
        assertThat(store.rows().cursor()).isNull();
        assertThat(store.rows().stagedCursor()).isEqualTo("x");

        store.rows().stage(List.of(), List.of(new PulledRows.Key("loan", "3")), "y");
        store.rows().swapIn("y");
        assertThat(store.rows().all("loan")).containsExactly(row("loan", "2", 5));
        assertThat(store.rows().cursor()).isEqualTo("y");
        assertThat(store.rows().stagedCursor()).isNull();
    }

    @Test
    void wipe_whenTheDeviceIsRevoked_leavesWhatWasWritten() {
        UUID id = queued();
        store.drafts().save(aDraft(UUID.randomUUID()), NOW);
        store.rows().apply(List.of(row("loan", "1", 1)), List.of(), "a");
        store.rows().wipe();

        assertThat(store.rows().all("loan")).isEmpty();
        assertThat(store.rows().cursor()).isNull();
        assertThat(store.outbox().peek(9, NOW)).extracting(Outbox.Entry::id).containsExactly(id);
        assertThat(store.drafts().all()).hasSize(1);
    }

    @Test
    void digest_whenRowsStand_addsThemUpByType() {
        store.rows().apply(List.of(row("loan", "1", 1), row("loan", "2", 4), row("group", "1", 1)), List.of(), "a");
        long sum = Pull.fingerprint("loan", "1", 1) + Pull.fingerprint("loan", "2", 4);
        assertThat(store.rows().digest())
                .contains(new Bucket("loan", 2, Long.toHexString(sum)))
                .hasSize(2);
    }

    @Test
    void note_whenAnotherHeadIsToldForTheSameEntry_remembersTheContradiction() {
        store.receipts().note(new Receipt("000101", 7, "aa"), NOW);
        store.receipts().note(new Receipt("000101", 9, "bb"), NOW);
        store.receipts().note(new Receipt("000101", 8, "old"), NOW);
        assertThat(store.receipts().newest()).containsExactly(new Receipt("000101", 9, "bb"));
        assertThat(store.receipts().contradictions()).isEmpty();

        store.receipts().note(new Receipt("000101", 9, "cc"), NOW);
        assertThat(store.receipts().contradictions()).containsExactly(new Contradiction("000101", 9, "bb", "cc", NOW));
        assertThat(store.receipts().newest()).containsExactly(new Receipt("000101", 9, "bb"));
    }

    @Test
    void alertMarks_whenAnAlertIsShownAndRead_areKeptUntilItIsGone() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        assertThat(store.alertMarks().calledFor(one)).isNull();
        assertThat(store.alertMarks().readVersion(one)).isZero();

        store.alertMarks().called(one, "1/0");
        store.alertMarks().called(one, "1/1");
        store.alertMarks().read(one, 7);
        store.alertMarks().read(one, 5);
        store.alertMarks().read(two, 1);
        assertThat(store.alertMarks().calledFor(one)).isEqualTo("1/1");
        assertThat(store.alertMarks().readVersion(one)).isEqualTo(7);
        assertThat(store.alertMarks().calledFor(two)).isNull();

        store.alertMarks().keepOnly(Set.of(two));
        assertThat(store.alertMarks().calledFor(one)).isNull();
        assertThat(store.alertMarks().readVersion(one)).isZero();
        assertThat(store.alertMarks().readVersion(two)).isEqualTo(1);
    }

    @Test
    void pushTokens_whenOneIsGiven_areToldOncePerDevice() {
        UUID device = UUID.randomUUID();
        assertThat(store.pushTokens().untold(device)).isNull();
        store.pushTokens().given("first");
        assertThat(store.pushTokens().untold(device)).isEqualTo("first");
        store.pushTokens().told(device, "first");
        assertThat(store.pushTokens().untold(device)).isNull();
        assertThat(store.pushTokens().untold(UUID.randomUUID())).isEqualTo("first");
        store.pushTokens().given("second");
        assertThat(store.pushTokens().untold(device)).isEqualTo("second");
    }

    private static Draft aDraft(UUID id) {
        return asStored(ChecksMother.aCheck(id));
    }

    /** A tree that was read compares with one that was read: small numbers are of another type when they are made. */
    private static Draft asStored(Draft draft) {
        try {
            return Json.tolerant(Json.write(draft), Draft.class);
        } catch (JsonRefused e) {
            throw new AssertionError(e);
        }
    }

    private UUID queued() {
        UUID id = book(null);
        store.outbox().add(id);
        return id;
    }

    private UUID book(@Nullable UUID visit) {
        UUID id = UUID.randomUUID();
        store.book().append(entry(id, visit, null));
        return id;
    }

    private BookedRecord record(UUID id) {
        return store.book().find(id).orElseThrow();
    }

    private static RecordBook.Entry entry(UUID id, @Nullable UUID visit, @Nullable UUID corrects) {
        return new RecordBook.Entry(
                id,
                RecordKind.LOAN_USE_CHECK,
                visit,
                corrects,
                new SealedItem("head " + id, "body đ\n", "signature"),
                "hash",
                NOW);
    }

    private static PulledRow row(String type, String id, long version) {
        return new PulledRow(type, id, version, "{\"x\":\"đ\"}");
    }

    private static Result result(UUID id, Verdict verdict, List<String> missing) {
        return new Result(id, verdict, null, List.of(), missing, null, null, null, List.of(), null, null);
    }
}
