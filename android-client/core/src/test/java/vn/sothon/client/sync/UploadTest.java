package vn.sothon.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.session.Session;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;

class UploadTest {
    private final PhoneWorld world = PhoneWorld.enrolled();
    private final byte[] photo = bytes();
    private final String sha256 = world.files.keep(photo);

    @Test
    void sync_whenAPhotoIsMissing_uploadsItAfterTheRecord() {
        BookedRecord record = checkWithPhoto();
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.files()).containsEntry(sha256, photo);
        assertThat(world.record(record.id()).missing()).isZero();
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.RECEIVED);
    }

    @Test
    void sync_whenTheLineBreaksInsideAPhoto_goesOnAtThatByte() {
        BookedRecord record = checkWithPhoto();
        pass(2);
        world.server.next((request, server) -> {
            server.patchLimit = 70_000;
            server.answer(request);
            server.patchLimit = Long.MAX_VALUE;
            throw new IOException("cut");
        });
        SyncReport first = world.phone.engine().syncOnce();
        assertThat(first.trouble()).map(Trouble::kind).contains(Kind.UNREACHABLE);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.RECEIVED);
        assertThat(world.record(record.id()).missing()).isEqualTo(1);

        world.server.requests().clear();
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.files()).containsEntry(sha256, photo);
        Transport.Request patch = world.server.requests().stream()
                .filter(r -> r.method().equals("PATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(patch.headers()).containsEntry("Upload-Offset", "70000");
        assertThat(patch.body()).isNotNull().extracting(Transport.Body::length).isEqualTo(130_000L);
    }

    @Test
    void sync_whenABegunUploadIsRefusedWithoutAWord_learnsFromThePullThatItIsRevoked() {
        checkWithPhoto();
        pass(2);
        world.server.dropNextReply();
        world.phone.engine().syncOnce();
        world.server.answerNext(401, "application/problem+json", "");
        world.server.revokedAnswerForPull = world.server.revocation(world.server.serverId, world.server.deviceId());

        assertThat(world.phone.engine().syncOnce().trouble()).map(Trouble::kind).contains(Kind.REVOKED);
        assertThat(world.store.sessions().current()).map(Session::revoked).contains(true);
    }

    @Test
    void sync_whenTheLastReplyIsLost_asksAndIsDone() {
        checkWithPhoto();
        pass(2);
        world.server.dropNextReply();
        world.phone.engine().syncOnce();
        world.server.requests().clear();

        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.count("PATCH")).isZero();
    }

    @Test
    void sync_whenTheServerTakesOnlyAPart_sendsTheRest() {
        checkWithPhoto();
        world.server.patchLimit = 90_000;
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.count("PATCH")).isEqualTo(3);
        assertThat(world.server.files()).containsEntry(sha256, photo);
    }

    @Test
    void sync_whenTheUploadExpired_beginsAnew() {
        checkWithPhoto();
        pass(2);
        world.server.cutNext();
        world.phone.engine().syncOnce();
        world.server.expireUploads();

        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.files()).containsEntry(sha256, photo);
    }

    @Test
    void sync_whenTheOffsetsDisagree_asksAgain() {
        checkWithPhoto();
        pass(2);
        world.server.next((request, server) ->
                new Transport.Response(409, java.util.Map.of("sothon-server-id", server.serverId.toString()), ""));
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.count("HEAD")).isEqualTo(1);
    }

    @Test
    void sync_whenTheContentArrivedWrong_startsOverLater() {
        checkWithPhoto();
        pass(2);
        world.server.next((request, server) ->
                new Transport.Response(460, java.util.Map.of("sothon-server-id", server.serverId.toString()), ""));
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.uploaded()).isZero();
        assertThat(report.isWhole()).as("one bad photo is no reason to stop").isTrue();

        world.clock.pass(Duration.ofMinutes(2));
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
    }

    @Test
    void sync_whenAPortalAnswersInsideAnUpload_keepsTheProgress() {
        checkWithPhoto();
        pass(2);
        world.server.answerNext(404, "text/html", "<html>");
        SyncReport report = world.phone.engine().syncOnce();
        assertThat(report.trouble()).map(Trouble::kind).contains(Kind.NOT_OUR_SERVER);
        world.server.requests().clear();
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.server.count("POST")).as("no new upload").isZero();
    }

    @Test
    void sync_whenTheUploadsLocationNamesAnotherHost_keepsTheTokenAtHome() {
        checkWithPhoto();
        world.phone.engine().syncOnce();
        assertThat(world.server.requests())
                .allSatisfy(request -> assertThat(request.uri().getHost()).isEqualTo("server.test"));
    }

    @Test
    void sync_whenAHeldRecordMissesItsPhoto_uploadsItToo() {
        BookedRecord record = checkWithPhoto();
        world.server.judge(
                record.id(),
                new Result(
                        record.id(),
                        Verdict.HELD,
                        null,
                        List.of(),
                        List.of(sha256),
                        null,
                        null,
                        "GRANT",
                        List.of(),
                        null,
                        null));
        assertThat(world.phone.engine().syncOnce().uploaded()).isEqualTo(1);
        assertThat(world.record(record.id()).state()).isEqualTo(RecordState.HELD);
    }

    /** Lets so many exchanges through before the next fault. */
    private void pass(int exchanges) {
        for (int i = 0; i < exchanges; i++) {
            world.server.next((request, server) -> server.answer(request));
        }
    }

    private BookedRecord checkWithPhoto() {
        return world.seal(
                ChecksMother.aCheck(world.phone.newId()).withAttachment(ChecksMother.photo(sha256, photo.length)));
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
