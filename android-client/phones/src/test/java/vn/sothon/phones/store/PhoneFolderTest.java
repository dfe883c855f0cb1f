package vn.sothon.phones.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.client.Phone;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.session.FakeClock;
import vn.sothon.client.sync.ContractServer;
import vn.sothon.client.sync.SyncReport;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Seals;

class PhoneFolderTest {
    private static final class BatteryDied extends Error {}

    @TempDir
    private Path folder = Path.of("");

    private final ContractServer server = new ContractServer();

    @Test
    void folder_whenThePhoneDiesInsideACall_isReopenedWithTheRecordNotSent() throws Exception {
        UUID id = sealOne();
        try (PhoneFolder open = PhoneFolder.open(folder)) {
            server.next((request, ignored) -> {
                server.answer(request);
                throw new BatteryDied();
            });
            assertThatThrownBy(() -> phone(open).engine().syncOnce()).isInstanceOf(BatteryDied.class);
        }
        try (PhoneFolder again = PhoneFolder.open(folder)) {
            BookedRecord record = again.store().book().find(id).orElseThrow();
            assertThat(record.state()).isEqualTo(RecordState.SAVED_ON_PHONE);
            assertThat(record.sends()).isEqualTo(1);
            SyncReport report = phone(again).engine().syncOnce();
            assertThat(report.duplicates()).isEqualTo(1);
            assertThat(server.stored()).hasSize(1);
        }
    }

    @Test
    void folder_whenReopened_isTheSameDevice() throws Exception {
        String before;
        try (PhoneFolder open = PhoneFolder.open(folder)) {
            before = Seals.keyId(keys().pair().getPublic());
            assertThat(open.countStart()).isEqualTo(1);
        }
        try (PhoneFolder again = PhoneFolder.open(folder)) {
            assertThat(Seals.keyId(keys().pair().getPublic())).isEqualTo(before);
            assertThat(again.countStart()).isEqualTo(2);
        }
    }

    @Test
    void settle_whenTheDiskFailsHalfWay_leavesTheItemWaiting() throws Exception {
        UUID id = sealOne();
        try (JdbcDatabase database = JdbcDatabase.open(folder.resolve("phone.db"))) {
            PhoneStore store = PhoneStore.on(database);
            database.update("CREATE TRIGGER full BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'disk full'); END");
            Push.Result accepted = Json.tolerant("{\"id\":\"" + id + "\",\"verdict\":\"ACCEPTED\"}", Push.Result.class);
            assertThatThrownBy(() -> store.outbox().settle(id, accepted)).isInstanceOf(IllegalStateException.class);
        }
        try (JdbcDatabase database = JdbcDatabase.open(folder.resolve("phone.db"))) {
            assertThat(PhoneStore.on(database).outbox().peek(9, Instant.now())).hasSize(1);
        }
        assertThat(Files.exists(folder.resolve("key"))).isTrue();
    }

    private UUID sealOne() throws Exception {
        try (PhoneFolder open = PhoneFolder.open(folder)) {
            Phone phone = phone(open);
            phone.enroller()
                    .enrol(
                            new Enroller.Invitation(ContractServer.URL, "ABCDE12345", null, null),
                            new Enroller.Device("test", "JVM", "17", "0"));
            SealOutcome outcome = phone.seal(ChecksMother.aCheck(phone.newId()));
            return ((SealOutcome.Sealed) outcome).record().id();
        }
    }

    private Phone phone(PhoneFolder open) {
        return open.phone(server, FakeClock.morning());
    }

    private FolderKeys keys() {
        return new FolderKeys(folder.resolve("key"));
    }
}
