package vn.sothon.client.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.client.InMemoryPhoneStore;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.enrol.EnrolOutcome.BelongsElsewhere;
import vn.sothon.client.enrol.EnrolOutcome.Enrolled;
import vn.sothon.client.enrol.EnrolOutcome.NotTheServer;
import vn.sothon.client.enrol.EnrolOutcome.Refused;
import vn.sothon.client.enrol.EnrolOutcome.Unreachable;
import vn.sothon.client.sync.ContractServer;
import vn.sothon.client.sync.Transport;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Seals;

class EnrollerTest {
    private final PhoneWorld world = new PhoneWorld(InMemoryPhoneStore.open());

    @Test
    void enrol_whenTheCodeIsGood_keepsTheSessionAndTheServersTime() {
        assertThat(world.enrol()).isInstanceOf(Enrolled.class);
        assertThat(world.store.sessions().current()).hasValueSatisfying(session -> {
            assertThat(session.serverId()).isEqualTo(world.server.serverId);
            assertThat(session.token()).isEqualTo("token");
            assertThat(session.anchor()).isNotNull();
            assertThat(session.time(world.clock).effective(world.server.time)).isEqualTo(world.server.time);
        });
    }

    @Test
    void enrol_whenAsking_showsThatItHoldsTheKey() throws Exception {
        world.enrol();
        Transport.Body body =
                Objects.requireNonNull(world.server.requests().get(0).body());
        Enrolment.Request request;
        try (InputStream in = body.open()) {
            request = Json.tolerant(new String(in.readAllBytes(), StandardCharsets.UTF_8), Enrolment.Request.class);
        }
        assertThat(request.code()).isEqualTo("ABCDE12345");
        assertThat(Seals.verify(
                        Signature.getInstance("SHA256withECDSA"),
                        Seals.publicKey(request.publicKey()),
                        Seals.enrolBytes(request.code(), request.publicKey()),
                        request.proof()))
                .isTrue();
    }

    @Test
    void plain_whenTypedFromPaper_readsWhatWasMeant() {
        assertThat(Enroller.plain(" oil4-7 xyzAb ")).isEqualTo("01147XYZAB");
    }

    @Test
    void enrol_whenTheReplyIsLost_canBeTriedAgain() {
        world.server.dropNextReply();
        assertThat(world.enrol()).isEqualTo(new Unreachable());
        assertThat(world.store.sessions().current()).isEmpty();
        assertThat(world.enrol()).isInstanceOf(Enrolled.class);
    }

    @Test
    void enrol_whenTheCodeIsRefused_saysSo() {
        world.server.next((request, server) -> server.problem(403, "CODE_REFUSED"));
        assertThat(world.enrol()).isEqualTo(new Refused(403, "CODE_REFUSED"));
    }

    @Test
    void enrol_whenAPortalAnswers_isNotFooled() {
        world.server.answerNext(200, "text/html", "<html>");
        assertThat(world.enrol()).isEqualTo(new NotTheServer());
        world.server.answerNext(403, "text/html", "<html>");
        assertThat(world.enrol()).isEqualTo(new NotTheServer());
    }

    @Test
    void enrol_whenTheQrNamesAnotherServer_keepsNothing() {
        EnrolOutcome outcome = world.phone
                .enroller()
                .enrol(
                        new Enroller.Invitation(ContractServer.URL, "ABCDE12345", UUID.randomUUID(), null),
                        new Enroller.Device("test", "JVM", "17", "0.1.0"));
        assertThat(outcome).isEqualTo(new NotTheServer());
        assertThat(world.store.sessions().current()).isEmpty();
    }

    @Test
    void enrol_whenUnsentRecordsBelongToAnotherServer_waitsForThem() {
        world.enrol();
        world.check();
        world.server.serverId = UUID.randomUUID();
        assertThat(world.enrol()).isEqualTo(new BelongsElsewhere());
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }

    @Test
    void enrol_whenDoneAgain_dropsWhatTheFormerGrantsShowed() {
        world.enrol();
        world.check();
        world.store.rows().apply(List.of(new PulledRow("loan", "1", 1, "{}")), List.of(), "c");
        assertThat(world.enrol()).isInstanceOf(Enrolled.class);
        assertThat(world.store.rows().all("loan")).isEmpty();
        assertThat(world.store.rows().cursor()).isNull();
        assertThat(world.store.outbox().size()).isEqualTo(1);
    }
}
