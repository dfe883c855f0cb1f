package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.rule.SheetRules;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.ops.WaitingItem;
import vn.sothon.server.ops.WaitingQueue;

/** Sheets 06/TD beside the checks they name. */
class SheetsIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void sheet_whenItsFiguresAreThoseOfItsChecks_hasNoNoteInWhateverOrderTheyCome(Engine engine) throws Exception {
        Visit visit = new Visit(new Valley(servers.on(engine)), 50_000_000, 20_000_000);
        SealingPhone.Draft sheet = visit.sheet(0);
        assertThat(visit.valley.push(visit.checks.get(0)).notes()).doesNotContain("SHEET_OUTDATED");
        assertThat(visit.notes(sheet)).isEmpty();
        visit.valley.push(visit.checks.get(1));
        assertThat(visit.notes(sheet)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sheet_whenItsFiguresAreNotThoseOfItsChecks_saysSoOnceAllAreHereAndWaitsForAPerson(Engine engine)
            throws Exception {
        Visit visit = new Visit(new Valley(servers.on(engine)), 50_000_000, 20_000_000);
        visit.valley.push(visit.checks.get(0));
        SealingPhone.Draft sheet = visit.sheet(1_000);
        assertThat(visit.notes(sheet)).isEmpty();

        visit.valley.push(visit.checks.get(1));

        assertThat(visit.notes(sheet)).containsExactly("SHEET_DIFFERS");
        assertThat(visit.valley.shown(visit.valley.headOfFirst))
                .hasEntrySatisfying(
                        "recordStatus " + sheet.id, status -> assertThat(status).contains("SHEET_DIFFERS"));
        assertThat(visit.waiting(sheet)).containsExactly("SHEET_DIFFERS");
        assertThat(visit.valley.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sheet_whenACheckComesThatIsNotTheOneItNames_isOutdated(Engine engine) throws Exception {
        Visit visit = new Visit(new Valley(servers.on(engine)), 50_000_000);
        SealingPhone.Draft sheet = visit.sheet(0);
        SealingPhone.Draft another = visit.checks.get(0);
        another.payload = SealingPhone.properCheck(49_000_000);
        another.visitId = UUID.randomUUID();

        visit.valley.push(another);

        assertThat(visit.notes(sheet)).containsExactly("SHEET_OUTDATED");
        assertThat(visit.waiting(sheet)).containsExactly("SHEET_OUTDATED");
    }

    @ParameterizedTest
    @EnumSource
    void sheet_whenACheckIsCorrectedOrWithdrawnAfterwards_isOutdatedAsLongAsThatStands(Engine engine) throws Exception {
        Visit visit = new Visit(new Valley(servers.on(engine)), 50_000_000, 20_000_000);
        Valley valley = visit.valley;
        for (SealingPhone.Draft check : visit.checks) {
            valley.push(check);
        }
        SealingPhone.Draft sheet = visit.sheet(0);
        assertThat(visit.notes(sheet)).isEmpty();

        SealingPhone.Draft correction = valley.correction(visit.checks.get(0));
        valley.push(correction);
        assertThat(visit.notes(sheet)).containsExactly("SHEET_OUTDATED");
        withdraw(valley, correction.id);
        assertThat(visit.notes(sheet)).isEmpty();

        withdraw(valley, visit.checks.get(1).id);
        assertThat(visit.notes(sheet)).containsExactly("SHEET_OUTDATED");
    }

    private static void withdraw(Valley valley, UUID record) throws Exception {
        SealingPhone.Draft withdrawal = valley.headOfFirst.draft(ActingRole.VILLAGE_HEAD, valley.commune);
        withdrawal.kind = RecordKind.WITHDRAWAL;
        withdrawal.villageCode = valley.first;
        withdrawal.payload = new Withdrawal(record, "a mistake");
        assertThat(valley.push(withdrawal).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    /** Loans checked on one visit, in full and properly used. */
    private static final class Visit {
        private final Valley valley;
        private final UUID id = UUID.randomUUID();
        private final List<SealingPhone.Draft> checks = new ArrayList<>();

        Visit(Valley valley, long... amounts) {
            this.valley = valley;
            for (long amount : amounts) {
                SealingPhone.Draft check = valley.check(checks.size() + 1);
                check.visitId = id;
                check.payload = SealingPhone.properCheck(amount);
                checks.add(check);
            }
        }

        /** The sheet over all of them, pushed; its row "Cộng" has so much more. */
        SealingPhone.Draft sheet(long more) throws Exception {
            List<CheckSheet.Row> named = new ArrayList<>();
            List<SheetRules.Row> rows = new ArrayList<>();
            for (SealingPhone.Draft check : checks) {
                named.add(new CheckSheet.Row(
                        check.id, Seals.sha256(valley.headOfFirst.seal(check).head())));
                rows.add(new SheetRules.Row(SeenLoan.NOTHING, (LoanUseCheck) check.payload));
            }
            CheckSheet.Total sum = SheetRules.total(rows);
            CheckSheet.Total total = new CheckSheet.Total(
                    sum.customers(),
                    sum.disbursed(),
                    sum.outstanding(),
                    sum.reallyReceived(),
                    sum.realOutstanding() + more,
                    sum.properAmount(),
                    sum.misusedAmount(),
                    sum.interestOwed());
            SealingPhone.Draft sheet = valley.headOfFirst.draft(ActingRole.VILLAGE_HEAD, valley.commune);
            sheet.kind = RecordKind.CHECK_SHEET;
            sheet.visitId = id;
            sheet.villageCode = valley.first;
            sheet.groupCode = valley.group;
            sheet.wall = Valley.OCTOBER;
            sheet.payload = new CheckSheet(
                    VisitKind.POST_DISBURSEMENT,
                    null,
                    List.of(),
                    null,
                    named,
                    total,
                    null,
                    SheetRules.proper(rows),
                    SheetRules.misused(rows),
                    null,
                    List.of());
            assertThat(valley.push(sheet).problems()).isEmpty();
            return sheet;
        }

        List<String> notes(SealingPhone.Draft draft) throws Exception {
            return valley.push(draft).notes();
        }

        List<String> waiting(SealingPhone.Draft draft) {
            return valley.server.bean(WaitingQueue.class).list().stream()
                    .filter(item -> item.recordId().equals(draft.id.toString()))
                    .map(WaitingItem::why)
                    .toList();
        }
    }
}
