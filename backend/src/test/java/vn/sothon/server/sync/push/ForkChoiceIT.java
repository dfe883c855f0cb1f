package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.ops.WaitingQueue;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** Two corrections of one record stand beside each other until a person says which of them counts. */
class ForkChoiceIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void fork_whenAPersonChoosesIt_countsInThePlaceOfTheFirst(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = phone(server);
            SealingPhone.Draft original = draft(phone, null);
            SealingPhone.Draft first = draft(phone, original.id);
            SealingPhone.Draft second = draft(phone, original.id);
            phone.push(phone.seal(original), phone.seal(first), phone.seal(second));
            assertThat(head(server)).isEqualTo(first.id);

            assertThat(server.bean(WaitingQueue.class).choose(second.id, "the leader confirmed it"))
                    .isEqualTo(2);

            assertThat(head(server)).isEqualTo(second.id);
            Result again = phone.push(phone.seal(second)).results().get(0);
            assertThat(again.notes()).doesNotContain("FORK");
            assertThat(tied(server)).containsExactly(second.id);
            assertThat(waiting(server)).doesNotContain("FORK");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fork_whenAPersonConfirmsTheFirst_waitsNoMore(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = phone(server);
            SealingPhone.Draft original = draft(phone, null);
            SealingPhone.Draft first = draft(phone, original.id);
            SealingPhone.Draft second = draft(phone, original.id);
            phone.push(phone.seal(original), phone.seal(first), phone.seal(second));
            WaitingQueue queue = server.bean(WaitingQueue.class);
            assertThat(waiting(server)).contains("FORK");

            assertThat(queue.choose(first.id, "as it was")).isEqualTo(1);

            assertThat(head(server)).isEqualTo(first.id);
            assertThat(waiting(server)).doesNotContain("FORK");
            assertThatThrownBy(() -> queue.choose(original.id, "no fork is left"))
                    .isInstanceOf(AdminRefused.class);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private static SealingPhone phone(RunningServer server) throws Exception {
        Commune commune = new Commune(server);
        return SealingPhone.enrol(server.address(), commune.code(commune.villageHead()));
    }

    private static SealingPhone.Draft draft(SealingPhone phone, UUID corrects) {
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = Commune.FIRST;
        draft.loanNumber = "6600000000000001";
        draft.corrects = corrects;
        draft.reason = corrects == null ? null : "a better figure";
        return draft;
    }

    private static UUID head(RunningServer server) {
        return one(server, "SELECT id FROM record WHERE is_head = 1").get(0);
    }

    private static List<UUID> tied(RunningServer server) {
        return one(server, "SELECT record_id FROM tie");
    }

    private static List<UUID> one(RunningServer server, String sql) {
        return server.bean(Writer.class)
                .write(tx -> Sql.list(tx.connection(), sql, row -> UUID.fromString(row.getString(1))));
    }

    private static List<String> waiting(RunningServer server) {
        return server.bean(WaitingQueue.class).list().stream()
                .map(item -> item.why())
                .toList();
    }
}
