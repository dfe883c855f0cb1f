package vn.sothon.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.InMemoryPhoneStore;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.session.Session;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.SealedItem;

class PullTest {
    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void sync_whenRowsComeChangeAndGo_holdsWhatTheServerHolds() {
        village("1", "A");
        village("2", "B");
        assertThat(world.phone.engine().syncOnce().pulled()).isEqualTo(2);
        village("1", "A2");
        world.server.remove("village", "2");
        world.server.publish("weather", "x", 1, Map.of("rain", true));
        assertThat(world.phone.engine().syncOnce().isWhole()).isTrue();

        assertThat(world.phone.workList().villages())
                .extracting(Views.Village::name)
                .containsExactly("A2");
        assertThat(world.store.rows().all("weather"))
                .as("an unknown type is passed over")
                .isEmpty();
        assertThat(world.phone.engine().syncOnce().pulled()).isZero();
    }

    @Test
    void sync_whenTheFeedIsLong_readsItPageByPage() {
        world.server.pageSize = 7;
        for (int i = 0; i < 40; i++) {
            village("v" + i, "name");
        }
        world.phone.engine().syncOnce();
        assertThat(world.phone.workList().villages()).hasSize(40);
    }

    @Test
    void sync_whenTheDatabaseWentBack_rebuildsAndLeavesWhatThePersonWrote() {
        village("1", "A");
        village("2", "B");
        world.phone.engine().syncOnce();
        world.phone.save(ChecksMother.aCheck(UUID.randomUUID()));
        world.server.epoch = 2;
        world.server.remove("village", "2");
        world.server.remove("village", "2");
        village("3", "C");
        BookedRecord waiting = world.check();
        world.server.judge(waiting.id(), Result.retry(waiting.id(), "UNEXPECTED", 60));
        world.phone.engine().syncOnce();

        assertThat(world.phone.workList().villages())
                .extracting(Views.Village::code)
                .containsExactly("1", "3");
        assertThat(world.store.sessions().current()).map(Session::epoch).contains(2L);
        assertThat(world.store.drafts().all()).hasSize(1);
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }

    @Test
    void sync_whenARebuildIsCut_keepsTheOldRowsAndGoesOnWhereItStood() {
        village("1", "A");
        village("2", "B");
        village("3", "C");
        world.phone.engine().syncOnce();
        world.server.epoch = 2;
        world.server.pageSize = 1;
        village("1", "A2");
        world.server.next((request, server) -> server.answer(request));
        world.server.next((request, server) -> server.answer(request));
        world.server.cutNext();
        assertThat(world.phone.engine().syncOnce().trouble()).map(Trouble::kind).contains(Kind.UNREACHABLE);
        assertThat(world.phone.workList().villages())
                .extracting(Views.Village::name)
                .containsExactly("A", "B", "C");

        world.server.requests().clear();
        world.phone.engine().syncOnce();
        assertThat(world.phone.workList().villages())
                .extracting(Views.Village::name)
                .containsExactly("A2", "B", "C");
        assertThat(world.server.requests().get(0).uri().getQuery()).contains("cursor=2:");
    }

    @Test
    void sync_whenARecordsStateComesByTheFeed_showsIt() {
        BookedRecord record = world.check();
        world.server.judge(
                record.id(),
                new Result(
                        record.id(),
                        Verdict.HELD,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "GRANT",
                        List.of(),
                        null,
                        null));
        world.phone.engine().syncOnce();
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.HELD);

        world.server.publish(
                "recordStatus",
                record.id().toString(),
                2,
                new RecordStatus(record.id(), "ACCEPTED", null, List.of(), List.of(), null, null));
        world.phone.engine().syncOnce();
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.RECEIVED);
    }

    @Test
    void sync_whenThePhoneLostItsDatabase_hasItsRecordsAgainAndSendsNone() {
        BookedRecord first = world.check();
        world.clock.pass(Duration.ofMinutes(1));
        BookedRecord held = world.check();
        world.phone.engine().syncOnce();
        told(held, 2, "HELD");
        told(first, 3, "ACCEPTED");
        world.phone.engine().syncOnce();
        world.server.pageSize = 1;

        PhoneWorld rebuilt = new PhoneWorld(InMemoryPhoneStore.open(), world.server);
        rebuilt.enrol();
        assertThat(rebuilt.phone.engine().syncOnce().isWhole()).isTrue();

        assertThat(rebuilt.store.book().all())
                .extracting(BookedRecord::id)
                .as("as they were sealed, though the feed told of them in another order")
                .containsExactly(first.id(), held.id());
        assertThat(rebuilt.record(first.id()).item()).isEqualTo(first.item());
        assertThat(rebuilt.record(first.id()).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(rebuilt.record(held.id()).state()).isEqualTo(RecordState.HELD);
        assertThat(rebuilt.store.outbox().size()).isZero();
        assertThat(world.server.arrivals(first.id())).isEqualTo(1);
        for (PhoneWorld one : List.of(world, rebuilt)) {
            one.clock.pass(Duration.ofDays(1));
            String cursor = one.store.rows().cursor();
            assertThat(one.phone.engine().syncOnce().pulled())
                    .as("both sides agree")
                    .isZero();
            assertThat(one.store.rows().cursor()).isEqualTo(cursor);
        }
    }

    @Test
    void sync_whenTheBytesGivenBackAreNotWhole_keepsThemOutOfTheBook() {
        BookedRecord record = world.check();
        world.phone.engine().syncOnce();
        told(record, 2, "ACCEPTED");
        SealedItem item = record.item();
        world.server
                .stored()
                .put(record.id(), new SealedItem(item.head(), item.body().replace("}", " }"), item.signature()));

        PhoneWorld rebuilt = new PhoneWorld(InMemoryPhoneStore.open(), world.server);
        rebuilt.enrol();
        rebuilt.phone.engine().syncOnce();

        assertThat(rebuilt.store.book().all()).isEmpty();
        assertThat(rebuilt.store.rows().all("record")).hasSize(1);
    }

    private void told(BookedRecord record, long version, String status) {
        world.server.publish(
                "recordStatus",
                record.id().toString(),
                version,
                new RecordStatus(
                        record.id(), status, status.equals("HELD") ? "GRANT" : null, List.of(), List.of(), null, null));
    }

    @Test
    void sync_whenThisDeviceIsRevoked_wipesOnlyWhatWasPulled() {
        village("1", "A");
        world.phone.engine().syncOnce();
        BookedRecord sealed = world.check();
        world.phone.save(ChecksMother.aCheck(UUID.randomUUID()));
        world.server.judge(sealed.id(), Result.retry(sealed.id(), "UNEXPECTED", 60));
        world.server.revokedAnswerForPull = world.server.revocation(world.server.serverId, world.server.deviceId());

        assertThat(world.phone.engine().syncOnce().trouble()).map(Trouble::kind).contains(Kind.REVOKED);
        assertThat(world.store.rows().all("village")).isEmpty();
        assertThat(world.store.sessions().current()).map(Session::revoked).contains(true);
        assertThat(world.store.book().all()).hasSize(1);
        assertThat(world.store.outbox().size()).isEqualTo(1);
        assertThat(world.store.drafts().all()).hasSize(1);
    }

    @Test
    void sync_whenTheRevocationMeetsThePushAlready_wipesWhatWasPulled() {
        village("1", "A");
        world.phone.engine().syncOnce();
        world.check();
        world.server.answerNext(
                401,
                "application/problem+json",
                world.server.revocation(world.server.serverId, world.server.deviceId()));

        assertThat(world.phone.engine().syncOnce().trouble()).map(Trouble::kind).contains(Kind.REVOKED);
        assertThat(world.store.rows().all("village")).isEmpty();
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }

    @Test
    void sync_whenSomebodyElseSaysRevoked_wipesNothing() {
        village("1", "A");
        world.phone.engine().syncOnce();
        for (String answer : List.of(
                world.server.revocation(UUID.randomUUID(), world.server.deviceId()),
                world.server.revocation(world.server.serverId, UUID.randomUUID()),
                world.server.problem(401, "UNAUTHORISED").body(),
                "<html>sign in</html>")) {
            world.server.revokedAnswerForPull = answer;
            assertThat(world.phone.engine().syncOnce().isWhole()).isFalse();
            assertThat(world.store.rows().all("village")).as(answer).hasSize(1);
        }
    }

    @Test
    void sync_whenTheDigestDiffers_pullsEverythingAgainOnceADay() {
        village("1", "A");
        world.phone.engine().syncOnce();
        String cursor = world.store.rows().cursor();
        assertThat(cursor).isNotNull();
        world.store.rows().apply(List.of(new PulledRow("village", "ghost", 1, "{}")), List.of(), "" + cursor);
        world.phone.engine().syncOnce();
        assertThat(world.store.rows().all("village")).as("not twice in a day").hasSize(2);

        world.clock.pass(Duration.ofDays(1));
        world.phone.engine().syncOnce();
        assertThat(world.store.rows().all("village")).extracting(PulledRow::id).containsExactly("1");
        assertThat(world.server.requests().stream()
                        .filter(r -> r.uri().getPath().endsWith("digest"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void sync_whenAPageIsNotOfTheContract_takesNothingOfIt() {
        village("1", "A");
        world.phone.engine().syncOnce();
        world.server.next((request, server) -> new Transport.Response(
                200, Map.of(), "{\"serverId\":\"" + server.serverId + "\",\"epoch\":1,\"changes\":7}"));
        assertThat(world.phone.engine().syncOnce().trouble()).map(Trouble::kind).contains(Kind.NOT_UNDERSTOOD);
        assertThat(world.phone.workList().villages()).hasSize(1);
    }

    private void village(String code, String name) {
        world.server.publish("village", code, 1 + name.length(), new Views.Village(code, name, "000101"));
    }
}
