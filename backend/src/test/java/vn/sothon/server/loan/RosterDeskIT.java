package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.SEPTEMBER;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scope;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.RosterDesk.Looked;
import vn.sothon.server.loan.RosterPreview.What;
import vn.sothon.server.loan.RosterUndo.Reason;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RowValues;
import vn.sothon.server.loan.importer.UnreadableRoster;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** A person looks at a roster, applies it, and takes it back. */
class RosterDeskIT {
    private static final String HEADINGS =
            "Mã xã,Mã thôn,Mã tổ,Mã KH,Tên KH,Số khế ước,Tình trạng món vay,Tổng dư nợ,Ngày giải ngân\n";

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void upload_whenItIsARoster_saysWhatItWouldDoAndChangesNothing(Engine engine) throws Exception {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2)));
        long before = tale.seq();
        RosterDesk desk = server.bean(RosterDesk.class);

        Scope scope = scope(tale.commune);
        Looked looked = desk.upload(
                scope,
                csv(row(tale, 2, "35000000"), row(tale, 3, "20000000"), row(tale, 4, "x")),
                "C:\\Users\\lan\\<b>bao cao 31.08.2026</b>.csv",
                tale.commune);
        Looked.Legible readable = (Looked.Legible) desk.look(scope, ((Looked.Legible) looked).draft(), SEPTEMBER);

        assertThat(readable.fileName()).doesNotContain("<", "\\", "lan");
        assertThat(readable.preview().added()).isEqualTo(1);
        assertThat(readable.preview().changed()).isEqualTo(1);
        assertThat(readable.preview().closed()).isEqualTo(1);
        assertThat(readable.preview().lines())
                .extracting(RosterPreview.Line::what)
                .containsExactly(What.CLOSED, What.CHANGED, What.ADDED);
        assertThat(readable.preview().lines().get(1).fields())
                .anySatisfy(change -> assertThat(change.after()).isEqualTo(35_000_000L));
        assertThat(readable.preview().problems()).anySatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.code()).isEqualTo("NOT_AN_AMOUNT");
        });
        assertThat(tale.seq()).isEqualTo(before);
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void apply_whenThePreviewWasSeen_doesWhatItSaidOnce(Engine engine) throws Exception {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        RosterDesk desk = server.bean(RosterDesk.class);
        Scope scope = scope(tale.commune);
        Looked.Legible looked =
                (Looked.Legible) desk.upload(scope, csv(row(tale, 1, "35000000")), "a.csv", tale.commune);

        RosterOutcome outcome = desk.apply(scope, looked.draft(), AUGUST, "Lan");

        assertThat(outcome.added()).isEqualTo(1);
        assertThat(desk.imports(scope, tale.commune)).singleElement().satisfies(imported -> {
            assertThat(imported.importedBy()).isEqualTo("Lan");
            assertThat(imported.undoable()).isTrue();
        });
        assertThatThrownBy(() -> desk.apply(scope, looked.draft(), AUGUST, "Lan"))
                .isInstanceOf(AdminRefused.class)
                .extracting(refused -> ((AdminRefused) refused).code())
                .isEqualTo("DRAFT_GONE");
    }

    @ParameterizedTest
    @EnumSource
    void draft_whenSomebodyElseAsksOrTheRosterReachesFurther_isRefused(Engine engine) throws Exception {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        RosterTale other = new RosterTale(server);
        RosterDesk desk = server.bean(RosterDesk.class);
        Scope scope = scope(tale.commune);

        Looked.Legible looked = (Looked.Legible)
                desk.upload(scope, csv(row(tale, 1, "35000000"), row(other, 1, "1000000")), "a.csv", tale.commune);

        assertThat(looked.outside()).containsExactly(other.commune);
        assertThat(looked.canBeApplied()).isFalse();
        assertThatThrownBy(() -> desk.apply(scope, looked.draft(), AUGUST, "Lan"))
                .isInstanceOf(AdminRefused.class);
        assertThat(desk.look(scope(tale.commune), looked.draft(), AUGUST)).isInstanceOf(Looked.Gone.class);
        assertThatThrownBy(() -> desk.upload(scope, csv(), "a.csv", other.commune))
                .isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> desk.undo(scope, other.commune, "Lan")).isInstanceOf(AdminRefused.class);
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isZero();
    }

    @Test
    void upload_whenItIsNoRosterOrTooLong_isRefusedByName() throws Exception {
        RunningServer server = servers.on(Engine.SQLITE);
        RosterTale tale = new RosterTale(server);
        RosterDesk desk = server.bean(RosterDesk.class);
        byte[] long50 = new byte[50 << 20];

        assertThat(desk.upload(scope(tale.commune), new ByteArrayInputStream(long50), "a.xlsx", null))
                .isEqualTo(new Looked.Illegible(UnreadableRoster.Code.TOO_LARGE));
        assertThat(desk.upload(
                        scope(tale.commune),
                        new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                        "a.xlsx",
                        null))
                .isEqualTo(new Looked.Illegible(UnreadableRoster.Code.NOT_A_ROSTER_FILE));
        assertThat(servers.folder(Engine.SQLITE).resolve("rosters")).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void undo_whenNothingReliesOnTheImport_bringsBackEveryLoanCheckAndGroup(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        // Whoever paid lately owes no check for silence, whatever day it is.
        LocalDate today = server.bean(ServerClock.class).today();
        tale.apply(creditFile(
                AUGUST,
                paid(tale.loan(1), today),
                paid(tale.freshLoan(2), today),
                paid(tale.loan(3), today),
                paid(tale.loan(4), today)));
        String loans = loans(server, tale);
        String checks = checks(server, tale);
        tale.apply(creditFile(
                SEPTEMBER,
                paid(tale.loan(1), today)
                        .with(RosterColumn.OUTSTANDING, 1L)
                        .with(RosterColumn.VILLAGE_CODE, tale.second),
                paid(tale.freshLoan(2), today).with(RosterColumn.DISBURSED_ON, LocalDate.parse("2026-08-25")),
                paid(tale.loan(3), today),
                paid(tale.loan(5), today).with(RosterColumn.DISBURSED_ON, LocalDate.parse("2026-09-20"))));
        assertThat(loans(server, tale)).isNotEqualTo(loans);

        RosterUndo undo = server.bean(RosterDesk.class).undo(scope(tale.commune), tale.commune, "Lan");

        assertThat(undo).isInstanceOfSatisfying(RosterUndo.Done.class, done -> {
            assertThat(done.restored()).isEqualTo(3);
            assertThat(done.removed()).isEqualTo(1);
        });
        assertThat(loans(server, tale)).isEqualTo(loans);
        assertThat(checks(server, tale)).isEqualTo(checks);
        assertThat(tale.feed("loan").stream().filter(row -> !row.removed())).hasSize(4);
        assertThat(tale.feed("loan").stream().filter(row -> !row.removed()))
                .allSatisfy(row -> assertThat(row.village()).isEqualTo(tale.first));
        assertThat(tale.feed("obligation").stream().filter(row -> !row.removed()))
                .hasSize(1);
        assertThat(server.bean(RosterDesk.class).undo(scope(tale.commune), tale.commune, "Lan"))
                .isEqualTo(new RosterUndo.Refused(Reason.NOTHING_TO_UNDO, 0));
    }

    @ParameterizedTest
    @EnumSource
    void undo_whenTheSameRosterComesAgainAfterwards_bringsTheLoanBack(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.freshLoan(1)));
        server.bean(RosterDesk.class).undo(scope(tale.commune), tale.commune, "Lan");
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isZero();

        RosterOutcome again = tale.apply(creditFile(AUGUST, tale.freshLoan(1)));

        assertThat(again.added()).isEqualTo(1);
        assertThat(tale.feed("loan").stream().filter(row -> !row.removed())).hasSize(1);
        assertThat(tale.feed("obligation").stream().filter(row -> !row.removed()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void undo_whenARecordReliesOnALoanOfIt_isRefusedAndChangesNothing(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.freshLoan(1)));
        server.bean(Writer.class)
                .write(tx -> Sql.update(
                        tx.connection(),
                        """
                        INSERT INTO record (id, kind, form_version, head, body, signature, hash, body_hash, person_id,
                            acting_role, key_id, device_id, commune_code, loan_id, original_id, effective_at,
                            received_at, status, is_head, version)
                        VALUES (?, 'LOAN_USE_CHECK', 1, '', '', '', '', '', ?, 'VILLAGE_HEAD', '', '', ?, ?, '', 0, 1,
                            'ACCEPTED', 1, 1)
                        """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        tale.commune,
                        LoanIds.of(tale.number(1))));
        long before = tale.seq();

        RosterUndo undo = server.bean(RosterDesk.class).undo(scope(tale.commune), tale.commune, "Lan");

        assertThat(undo).isEqualTo(new RosterUndo.Refused(Reason.RECORDS_RELY, 1));
        assertThat(tale.seq()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void undo_whenAnImportChangedNothingAfterwards_stillTakesBackTheOneBefore(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        tale.apply(creditFile(AUGUST, tale.loan(1)));

        assertThat(server.bean(RosterDesk.class).undo(scope(tale.commune), tale.commune, "Lan"))
                .isInstanceOf(RosterUndo.Done.class);
    }

    private static RowValues paid(RowValues loan, LocalDate day) {
        return loan.with(RosterColumn.LAST_TRANSACTION_ON, day);
    }

    private static Scope scope(String commune) {
        return new Scope(UUID.randomUUID(), Set.of(commune), Set.of(commune), Set.of(), Set.of(), Set.of());
    }

    private static InputStream csv(String... rows) {
        return new ByteArrayInputStream((HEADINGS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
    }

    private static String row(RosterTale tale, int number, String outstanding) {
        return String.join(
                ",",
                tale.commune,
                tale.first,
                tale.group,
                tale.commune + "9999" + number,
                "Borrower " + number,
                tale.number(number),
                "OPEN",
                outstanding,
                "01/03/2025");
    }

    /** The commune's loans without their versions, in one text. */
    private static String loans(RunningServer server, RosterTale tale) {
        return server.bean(Writer.class).write(tx -> Sql.list(
                        tx.connection(),
                        "SELECT * FROM loan WHERE commune_code = ? ORDER BY number",
                        row -> {
                            StringBuilder text = new StringBuilder();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                if (!row.getMetaData().getColumnName(i).equals("version")) {
                                    text.append(row.getString(i)).append('|');
                                }
                            }
                            return text.toString();
                        },
                        tale.commune)
                .toString());
    }

    private static String checks(RunningServer server, RosterTale tale) {
        return server.bean(Writer.class).write(tx -> Sql.list(
                        tx.connection(),
                        """
                                SELECT o.id, o.due_on, o.done_by FROM obligation o JOIN loan l ON l.id = o.loan_id
                                WHERE l.commune_code = ? ORDER BY o.id
                                """,
                        row -> row.getString(1) + row.getString(2) + row.getString(3),
                        tale.commune)
                .toString());
    }
}
