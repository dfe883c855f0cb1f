package vn.sothon.client.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Signature;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.InMemoryPhoneStore;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.record.SealOutcome.Incomplete;
import vn.sothon.client.record.SealOutcome.NotEnrolled;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.Seals;

class SealerTest {
    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void seal_whenTheFormIsWhole_signsBytesThatTheServerCanRead() throws Exception {
        BookedRecord record = world.check();
        ReadItem read = ReadItem.trusted(record.item());

        assertThat(read.head().bodyHash()).isEqualTo(Seals.sha256(record.item().body()));
        assertThat(record.hash()).isEqualTo(read.hash());
        assertThat(read.head().serverId()).isEqualTo(world.server.serverId);
        assertThat(read.head().keyId()).isEqualTo(Seals.keyId(world.keys.pair().getPublic()));
        assertThat(Seals.verify(
                        Signature.getInstance("SHA256withECDSA"),
                        world.keys.pair().getPublic(),
                        Seals.signedBytes(record.item().head()),
                        record.item().signature()))
                .isTrue();
        assertThat(record.state()).isEqualTo(RecordState.SAVED_ON_PHONE);
        assertThat(world.store.drafts().all()).isEmpty();
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }

    @Test
    void seal_whenTheButtonIsPressedTwice_sealsOnce() {
        UUID id = world.phone.newId();
        BookedRecord first = world.seal(ChecksMother.aCheck(id));
        world.phone.save(ChecksMother.aCheck(id, UUID.randomUUID(), 7));
        SealOutcome second = world.phone.sealer().seal(id);

        assertThat(second).isEqualTo(new SealOutcome.Sealed(first));
        assertThat(world.store.book().all()).hasSize(1);
        assertThat(world.store.outbox().size()).isEqualTo(1);
        assertThat(world.store.drafts().all()).isEmpty();
    }

    @Test
    void seal_whenMoneyDoesNotAddUp_keepsTheDraftAndNamesTheField() {
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
        payload.put("misusedAmount", 1);
        Draft draft = ChecksMother.aCheck(world.phone.newId()).withPayload(payload);

        assertThat(world.phone.seal(draft))
                .isEqualTo(new Incomplete(
                        List.of(new Problem("payload.misusedAmount", "PROPER_AND_MISUSED_MUST_ADD_UP"))));
        assertThat(world.store.drafts().find(draft.id())).contains(draft);
        assertThat(world.store.book().all()).isEmpty();
    }

    @Test
    void seal_whenTheFormIsHalfFilled_saysWhatIsRequired() {
        Draft draft = ChecksMother.aCheck(world.phone.newId())
                .withPayload(JsonNodeFactory.instance.objectNode().put("visit", "SURPRISE"));
        assertThat(world.phone.seal(draft))
                .isEqualTo(new Incomplete(List.of(new Problem("payload.outcome", "REQUIRED"))));
    }

    @Test
    void seal_whenANumberIsBeyondTheContract_refusesAsTheServerWould() {
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
        payload.put("interestOwed", 1L << 53);
        Draft draft = ChecksMother.aCheck(world.phone.newId()).withPayload(payload);
        assertThat(world.phone.seal(draft))
                .isEqualTo(new Incomplete(List.of(new Problem("/payload/interestOwed", "NUMBER_TOO_LARGE"))));
    }

    @Test
    void seal_whenTheFormIsTooLarge_keepsTheDraft() {
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
        payload.put("place", "đ".repeat(40_000));
        Draft draft = ChecksMother.aCheck(world.phone.newId()).withPayload(payload);
        assertThat(world.phone.seal(draft)).isEqualTo(new Incomplete(List.of(new Problem("", "TOO_LARGE"))));
    }

    @Test
    void seal_whenTheKeyboardDecomposes_sealsNfc() {
        String composed = "nuôi bò ở xóm Đông";
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
        payload.put("usedFor", Normalizer.normalize(composed, Normalizer.Form.NFD));
        BookedRecord record =
                world.seal(ChecksMother.aCheck(world.phone.newId()).withPayload(payload));
        assertThat(record.item().body()).contains("\"" + composed + "\"");
    }

    @Test
    void seal_whenAFieldWasEmptiedToNull_leavesItOut() {
        ObjectNode payload = (ObjectNode) Json.tree(ChecksMother.checked(50_000_000, 0));
        payload.putNull("note");
        BookedRecord record =
                world.seal(ChecksMother.aCheck(world.phone.newId()).withPayload(payload));
        assertThat(record.item().body()).doesNotContain("null");
    }

    @Test
    void seal_whenNobodyIsEnrolled_keepsTheDraft() {
        PhoneWorld stranger = new PhoneWorld(InMemoryPhoneStore.open());
        assertThat(stranger.phone.seal(ChecksMother.aCheck(UUID.randomUUID()))).isEqualTo(new NotEnrolled());
        assertThat(stranger.store.drafts().all()).hasSize(1);
    }

    @Test
    void seal_whenSomebodyTurnedTheClock_stillKnowsTheTime() {
        world.clock.pass(Duration.ofHours(3));
        world.clock.turn(Instant.parse("2019-01-01T00:00:00Z"));
        BookedRecord record = world.check();
        assertThat(ReadItem.trusted(record.item()).head().time().effective(Instant.parse("2026-03-01T00:00:00Z")))
                .isEqualTo(world.server.time.plus(Duration.ofHours(3)));
    }
}
