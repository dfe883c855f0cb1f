package vn.sothon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterTale;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.platform.files.BlobStore;

/** Papers typed in become records like any other. */
class PaperDeskIT {
    private static final byte[] SCAN = "%PDF-1.7 a scan".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void sheet_whenTyped_becomesSealedRecordsThatDoWhatIsOwedAndVerify(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.freshLoan(1), tale.loan(2)));
        PaperDesk desk = office.server.bean(PaperDesk.class);
        Typist typist = office.typist(office.leader("Lan"));
        Paper.Sheet sheet = sheet(office, desk.freshId(), row(tale, 1, 50_000_000L), row(tale, 2, 20_000_000L));

        Typed typed = type(office, typist, sheet);

        assertThat(typed).isInstanceOfSatisfying(Typed.Stored.class, stored -> {
            assertThat(stored.records()).isEqualTo(3);
            assertThat(stored.held()).isFalse();
        });
        assertThat(tale.number(
                        "SELECT COUNT(*) FROM record WHERE commune_code = ? AND status = 'ACCEPTED'", tale.commune))
                .isEqualTo(3);
        assertThat(tale.text("SELECT body FROM record WHERE id = ?", sheet.id()))
                .contains("\"paper\":{", "\"author\":\"Tr\u01b0\u1edfng th\u00f4n\"", "\"role\":\"SCAN\"");
        assertThat(tale.text("SELECT done_by FROM obligation WHERE loan_id = ?", LoanIds.of(tale.number(1))))
                .isNotEqualTo("null");
        assertThat(office.server.bean(BlobStore.class).holds(BlobStore.sha256(scanFile())))
                .isTrue();
        assertThat(office.server.bean(Verification.class).run().faults()).isEmpty();
        assertThat(office.server.bean(PaperEntries.class).of(typist.scope()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.records()).isEqualTo(3));

        assertThat(type(office, typist, sheet)).isEqualTo(new Typed.Before(sheet.id()));
        assertThat(tale.number("SELECT COUNT(*) FROM record WHERE commune_code = ?", tale.commune))
                .isEqualTo(3);
        assertThat(tale.number("SELECT COUNT(*) FROM device WHERE person_id = ?", typist.personId()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void sheet_whenARowDoesNotHold_saysWhichFieldAndStoresNothing(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2)));
        PaperDesk desk = office.server.bean(PaperDesk.class);
        Typist typist = office.typist(office.leader("Lan"));
        Paper.Row wrong = new Paper.Row(
                LoanIds.of(tale.number(2)),
                null,
                Outcome.CHECKED,
                60_000_000L,
                null,
                "c\u00e0 ph\u00ea",
                1L,
                2L,
                null,
                null,
                List.of());

        Typed typed = type(office, typist, sheet(office, desk.freshId(), row(tale, 1, 1L), wrong));

        assertThat(typed).isInstanceOfSatisfying(Typed.Incomplete.class, incomplete -> assertThat(incomplete.problems())
                .contains(
                        new Problem("rows[1].misusedAmount", "PROPER_AND_MISUSED_MUST_ADD_UP"),
                        new Problem("rows[1].reallyReceived", "MORE_THAN_DISBURSED")));
        assertThat(tale.number("SELECT COUNT(*) FROM record WHERE commune_code = ?", tale.commune))
                .isZero();
        assertThat(office.server.bean(PaperEntries.class).of(typist.scope())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void paper_whenItsGroupOrLoanIsAnothers_isRefused(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        Office elsewhere = new Office(servers.on(engine));
        office.tale.apply(creditFile(AUGUST, office.tale.loan(1)));
        elsewhere.tale.apply(creditFile(AUGUST, elsewhere.tale.loan(1)));
        PaperDesk desk = office.server.bean(PaperDesk.class);
        Typist typist = office.typist(office.leader("Lan"));

        assertThat(type(office, typist, sheet(elsewhere, desk.freshId(), row(elsewhere.tale, 1, 1L))))
                .isEqualTo(new Typed.Incomplete(List.of(new Problem("groupCode", "UNKNOWN_VALUE"))));
        assertThat(type(office, typist, sheet(office, desk.freshId(), row(elsewhere.tale, 1, 1L))))
                .isInstanceOf(Typed.Incomplete.class);
        assertThat(office.tale.number("SELECT COUNT(*) FROM record WHERE person_id = ?", typist.personId()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void minutes_whenTyped_openTheirRecommendations(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        PaperDesk desk = office.server.bean(PaperDesk.class);
        Typist typist = office.typist(office.leader("Lan"));
        Paper.Minutes minutes = new Paper.Minutes(
                desk.freshId(),
                origin(office),
                MonitoringMinutes.Form.GROUP_16TD,
                RecordSubject.GROUP,
                tale.commune,
                null,
                tale.group,
                null,
                List.of(new Inspector("Lan", null)),
                "content",
                null,
                null,
                List.of(new Paper.Wanted("Meet every month", office.today().plusDays(30), "Lan")),
                List.of());

        assertThat(type(office, typist, minutes)).isInstanceOf(Typed.Stored.class);

        assertThat(tale.feed("recommendation")).singleElement().satisfies(row -> assertThat(row.data())
                .contains("Meet every month"));
        assertThat(tale.text("SELECT village_code FROM record WHERE id = ?", minutes.id()))
                .isEqualTo(tale.first);
    }

    @ParameterizedTest
    @EnumSource
    void paper_whenTheTypistHasNoOfficeForIt_waitsForAPerson(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        PaperDesk desk = office.server.bean(PaperDesk.class);
        UUID farmers = office.person("Farmers", ActingRole.ASSOCIATION_OFFICER, tale.commune, null, "11");
        Typist typist = new Typist(farmers, ActingRole.ASSOCIATION_OFFICER, office.scope(farmers));

        assertThat(type(office, typist, sheet(office, desk.freshId(), row(tale, 1, 1L))))
                .isInstanceOfSatisfying(
                        Typed.Stored.class, stored -> assertThat(stored.held()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenItIsNoPictureOrTooLong_isRefusedAndNothingStays(Engine engine) throws Exception {
        PaperScan scans = servers.on(engine).bean(PaperScan.class);
        Path incoming = servers.folder(engine).resolve("files/incoming");

        assertThat(scans.take(new ByteArrayInputStream(new byte[0]))).isEqualTo(new PaperScan.Taken.Empty());
        assertThat(scans.take(new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new PaperScan.Taken.WrongType());
        assertThat(scans.take(new ByteArrayInputStream(new byte[50 << 20]))).isEqualTo(new PaperScan.Taken.TooLarge());

        try (var left = Files.list(incoming)) {
            assertThat(left.filter(file -> file.toString().contains("scan-"))).isEmpty();
        }
    }

    private static Typed type(Office office, Typist typist, Paper paper) throws IOException {
        PaperScan.Taken taken = office.server.bean(PaperScan.class).take(new ByteArrayInputStream(SCAN));
        try (PaperScan.Taken.Aside scan = (PaperScan.Taken.Aside) taken) {
            return office.server.bean(PaperDesk.class).type(typist, paper, scan);
        }
    }

    private static Path scanFile() throws IOException {
        return Files.write(folder.resolve("scan.pdf"), SCAN);
    }

    private static PaperOrigin origin(Office office) {
        return new PaperOrigin(office.today().minusDays(3), "Tr\u01b0\u1edfng th\u00f4n", null);
    }

    private static Paper.Sheet sheet(Office office, UUID id, Paper.Row... rows) {
        return new Paper.Sheet(
                id,
                origin(office),
                office.tale.group,
                VisitKind.POST_DISBURSEMENT,
                null,
                List.of(new Inspector("Tr\u01b0\u1edfng th\u00f4n", null)),
                null,
                List.of(rows),
                null,
                null);
    }

    private static Paper.Row row(RosterTale tale, int loan, long amount) {
        return new Paper.Row(
                LoanIds.of(tale.number(loan)),
                null,
                Outcome.CHECKED,
                amount,
                amount,
                "cows",
                amount,
                0L,
                0L,
                null,
                List.of());
    }
}
