package vn.sothon.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;

class PushTest {
    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void sync_whenAllIsWell_settlesEveryItem() {
        BookedRecord record = world.check();
        SyncReport report = world.phone.engine().syncOnce();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.waitMs()).isZero();
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(world.server.stored().get(record.id())).isEqualTo(record.item());
    }

    @Test
    void sync_whenTheReplyIsLost_sendsAgainAndIsStoredOnce() {
        BookedRecord record = world.check();
        world.server.dropNextReply();

        SyncReport first = world.phone.engine().syncOnce();
        assertThat(first.trouble()).map(Trouble::kind).contains(Kind.UNREACHABLE);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.SAVED_ON_PHONE);

        SyncReport second = world.phone.engine().syncOnce();
        assertThat(second.duplicates()).isEqualTo(1);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(world.record(record.id()).sends()).isEqualTo(2);
        assertThat(world.server.stored()).hasSize(1);
    }

    @Test
    void stateOf_whileTheCallRuns_isSendingAndNothingOfItIsStored() {
        BookedRecord record = world.check();
        List<BookedRecord> stored = new ArrayList<>();
        List<RecordState> shown = new ArrayList<>();
        world.server.next((request, server) -> {
            stored.add(world.record(record.id()));
            shown.add(world.phone.engine().stateOf(world.record(record.id())));
            return server.answer(request);
        });
        world.phone.engine().syncOnce();

        assertThat(shown).containsExactly(RecordState.SENDING);
        assertThat(stored.get(0).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(stored.get(0).sends()).as("counted before the attempt").isEqualTo(1);
    }

    @Test
    void sync_whenMoreThanOneCallIsNeeded_keepsToTheLimits() {
        for (int i = 0; i < 450; i++) {
            world.check();
        }
        assertThat(world.phone.engine().syncOnce().accepted()).isEqualTo(450);
        assertThat(world.server.count("POST")).isEqualTo(3);
    }

    @Test
    void sync_whenItemsAreLarge_keepsACallUnderOneMebibyte() {
        for (int i = 0; i < 30; i++) {
            ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
            payload.put("place", "x".repeat(60_000));
            world.seal(ChecksMother.aCheck(world.phone.newId()).withPayload(payload));
        }
        assertThat(world.phone.engine().syncOnce().accepted()).isEqualTo(30);
        for (Transport.Request request : world.server.requests()) {
            if (request.body() != null) {
                assertThat(request.body().length()).isLessThanOrEqualTo(Push.MAX_BYTES);
            }
        }
    }

    @Test
    void sync_whenEachItemHasItsOwnVerdict_letsNoneBlockAnother() {
        BookedRecord good = world.check();
        BookedRecord bad = world.check();
        BookedRecord held = world.check();
        BookedRecord later = world.check();
        List<Problem> problems = List.of(new Problem("payload.usedFor", "REQUIRED"));
        world.server.judge(bad.id(), Result.rejected(bad.id(), problems));
        world.server.judge(held.id(), verdict(held.id(), Verdict.HELD));
        world.server.judge(later.id(), Result.retry(later.id(), "UNEXPECTED", 120));

        SyncReport report = world.phone.engine().syncOnce();
        assertThat(List.of(report.accepted(), report.rejected(), report.held(), report.retried()))
                .containsExactly(1, 1, 1, 1);
        assertThat(world.record(good.id()).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(world.record(held.id()).state()).isEqualTo(RecordState.HELD);
        assertThat(world.record(bad.id()).state()).isEqualTo(RecordState.REJECTED);
        assertThat(world.record(bad.id()).answer()).extracting(Result::problems).isEqualTo(problems);
        assertThat(world.record(later.id()).state()).isEqualTo(RecordState.SAVED_ON_PHONE);

        world.server.requests().clear();
        world.phone.engine().syncOnce();
        assertThat(world.server.arrivals(later.id())).as("not before its time").isEqualTo(1);
        assertThat(world.server.arrivals(held.id())).as("held is settled").isEqualTo(1);
        world.clock.pass(Duration.ofMinutes(2));
        world.phone.engine().syncOnce();
        assertThat(world.server.arrivals(later.id())).isEqualTo(2);
    }

    @Test
    void sync_whenOneItemBreaksTheServer_getsAllTheOthersThrough() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(world.check().id());
        }
        UUID bad = ids.get(7);
        world.server.poison = item -> item.head().contains(bad.toString());

        world.phone.engine().syncOnce();
        assertThat(world.server.stored()).hasSize(19).doesNotContainKey(bad);
        assertThat(world.store.outbox().size()).isEqualTo(1);

        for (int i = 1; i < Outbox.PATIENCE; i++) {
            world.phone.engine().syncOnce();
        }
        assertThat(world.store.outbox().stuck()).containsExactly(bad);
        BookedRecord fresh = world.check();
        assertThat(world.store.outbox().peek(1, world.clock.wall()))
                .extracting(Outbox.Entry::id)
                .containsExactly(fresh.id());
    }

    @Test
    void sync_whenEveryCallFails_doesNotTryItemByItemForEver() {
        for (int i = 0; i < 50; i++) {
            world.check();
        }
        world.server.poison = item -> true;
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).map(Trouble::kind).contains(Kind.SERVER_ERROR);
        assertThat(world.server.count("POST")).isLessThan(15);
    }

    @Test
    void sync_whenACallIsTooLarge_halvesIt() {
        for (int i = 0; i < 8; i++) {
            world.check();
        }
        world.server.answerNext(413, "text/html", "<h1>413</h1>");
        assertThat(world.phone.engine().syncOnce().accepted()).isEqualTo(8);
        assertThat(world.server.count("POST")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 404, 511})
    void sync_whenACaptivePortalAnswers_marksNothing(int status) {
        BookedRecord record = world.check();
        world.server.answerNext(status, "text/html", "<html>Welcome to the café</html>");
        world.phone.engine().syncOnce();
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(world.store.outbox().size()).isEqualTo(1);
        assertThat(world.store.sessions().current()).isPresent();
    }

    @Test
    void sync_whenAnotherServerAnswersValidly_marksNothing() {
        BookedRecord record = world.check();
        world.server.next((request, server) -> ContractServer.another().answer(request));
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).map(Trouble::kind).contains(Kind.NOT_OUR_SERVER);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
    }

    @Test
    void sync_whenTheAnswerIsForOtherItems_marksNothing() {
        BookedRecord one = world.check();
        world.check();
        world.server.judge(one.id(), verdict(UUID.randomUUID(), Verdict.ACCEPTED));
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).map(Trouble::kind).contains(Kind.NOT_UNDERSTOOD);
        assertThat(world.store.outbox().size()).isEqualTo(2);
    }

    @Test
    void sync_whenTheVerdictIsOfANewerServer_keepsTheItem() {
        BookedRecord record = world.check();
        world.server.next((request, server) -> {
            Transport.Response answer = server.answer(request);
            return new Transport.Response(200, answer.headers(), answer.body().replace("\"ACCEPTED\"", "\"PONDERED\""));
        });
        assertThat(world.phone.engine().syncOnce().retried()).isEqualTo(1);
        assertThat(world.store.outbox().size()).isEqualTo(1);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.SAVED_ON_PHONE);
    }

    @Test
    void sync_whenTheServerIsBusy_waitsAsAskedAndStillPulls() {
        world.check();
        world.server.publish("village", "00010101", 1, Json.tree(new Problem("a", "b")));
        world.server.next((request, server) -> {
            Transport.Response busy = server.problem(503, "STORAGE_LOW");
            return new Transport.Response(503, java.util.Map.of("retry-after", "90"), busy.body());
        });
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).contains(new Trouble(Kind.BUSY, 503, "STORAGE_LOW", 90));
        assertThat(report.waitMs()).isGreaterThanOrEqualTo(90_000);
        assertThat(report.pulled()).isEqualTo(1);
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }

    @Test
    void sync_whenItCalledTooOften_comesBackNoSoonerThanAskedAndHasLostNothing() {
        world.check();
        world.server.next((request, server) -> {
            Transport.Response wait = server.problem(429, "TOO_MANY_CALLS");
            return new Transport.Response(429, java.util.Map.of("retry-after", "600"), wait.body());
        });
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).contains(new Trouble(Kind.BUSY, 429, "TOO_MANY_CALLS", 600));
        assertThat(report.waitMs()).isGreaterThanOrEqualTo(600_000);
        assertThat(world.store.outbox().size()).isEqualTo(1);
        assertThat(world.phone.engine().syncOnce().accepted()).isEqualTo(1);
    }

    @Test
    void sync_whenTheLogWasRewritten_remembersTheContradiction() {
        world.server.receipts = List.of(new Receipt("000101", 4, "aa"));
        world.check();
        world.phone.engine().syncOnce();
        world.server.receipts = List.of(new Receipt("000101", 4, "bb"));
        world.check();
        world.phone.engine().syncOnce();

        assertThat(world.store.receipts().contradictions()).hasSize(1);
        assertThat(world.server
                        .requests()
                        .get(world.server.requests().size() - 2)
                        .headers())
                .containsEntry("Sothon-Receipts", "000101 4 aa");
    }

    private static Result verdict(UUID id, Verdict verdict) {
        return new Result(id, verdict, null, List.of(), List.of(), null, null, null, List.of(), null, null);
    }
}
