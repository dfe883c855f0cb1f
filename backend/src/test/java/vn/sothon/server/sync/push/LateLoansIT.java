package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterFiles;
import vn.sothon.server.loan.RosterOutcome;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** The newest loans are checked before any roster names them. */
class LateLoansIT {
    private static final String COMMUNE = "95001";
    private static final String VILLAGE = "95001001";
    private static final String NUMBER = "6600950010000001";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void check_whenARosterBringsItsLoanLater_isMatchedAndFulfilsWhatTheLoanOwes(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, COMMUNE);
            draft.villageCode = VILLAGE;
            draft.loanNumber = NUMBER;
            SealedItem check = phone.seal(draft);
            assertThat(only(phone, check).notes()).containsExactly("LOAN_UNMATCHED");
            long told = statusVersion(server, draft.id);

            RosterOutcome outcome =
                    server.bean(RosterFiles.class).importFile(roster(), null, LocalDate.of(2026, 8, 31), "a test");

            assertThat(outcome.checksOwed()).isEqualTo(1);
            Result now = only(phone, check);
            assertThat(now.verdict()).isEqualTo(Verdict.DUPLICATE);
            assertThat(now.notes()).isEmpty();
            assertThat(statusVersion(server, draft.id)).isGreaterThan(told);
            assertThat(text(server, "SELECT loan_id FROM record WHERE id = ?", draft.id))
                    .isEqualTo(LoanIds.of(NUMBER).toString());
            assertThat(text(server, "SELECT done_by FROM obligation WHERE loan_id = ?", LoanIds.of(NUMBER)))
                    .isEqualTo(draft.id.toString());
            assertThat(text(server, "SELECT data FROM feed_row WHERE type = 'obligation' AND removed = ?", 0))
                    .contains(draft.id.toString());
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private Path roster() throws Exception {
        return Files.writeString(
                folder.resolve("roster.csv"),
                String.join(
                        "\n",
                        "Mã xã,Mã thôn,Mã tổ,Mã KH,Tên KH,Số khế ước,Tình trạng món vay,Tổng dư nợ,Ngày giải ngân",
                        COMMUNE + "," + VILLAGE + ",9500101,9500100001,Trần Thị B," + NUMBER
                                + ",OPEN,50000000,20/08/2026",
                        ""));
    }

    private static SealingPhone villageHead(RunningServer server) throws Exception {
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea("95", AreaKind.PROVINCE, "Province", null, LONG_AGO),
                        new NewArea(COMMUNE, AreaKind.COMMUNE, "Commune", "95", LONG_AGO),
                        new NewArea(VILLAGE, AreaKind.VILLAGE, "Village", COMMUNE, LONG_AGO)));
        Grant grant = new Grant(ActingRole.VILLAGE_HEAD, VILLAGE, null, null, LONG_AGO, null);
        UUID person = server.bean(PeopleService.class)
                .add(new NewPerson("Head", null, List.of(grant)))
                .id();
        String code = server.bean(EnrolmentService.class)
                .makeCode(person, EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    private static Result only(SealingPhone phone, SealedItem item) throws Exception {
        return phone.push(item).results().get(0);
    }

    private static long statusVersion(RunningServer server, UUID record) {
        return Long.parseLong(
                text(server, "SELECT version FROM feed_row WHERE type = 'recordStatus' AND id = ?", record.toString()));
    }

    private static String text(RunningServer server, String sql, Object parameter) {
        return server.bean(Writer.class)
                .write(tx -> Sql.one(tx.connection(), sql, row -> String.valueOf(row.getString(1)), parameter)
                        .orElseThrow());
    }
}
