package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.server.loan.DueCheck.Kind;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RowValues;

class DueCheckRulesTest {
    private static final LocalDate AUGUST = LocalDate.parse("2026-08-31");
    private static final CheckPolicies.InForce USUAL =
            new CheckPolicies.InForce(CheckPolicy.usualFrom(LocalDate.parse("2026-01-01")), Set.of("02"));

    @Test
    void loan_whenPaidOutInTheWindow_isDueSoManyDaysLater() {
        assertThat(rules(null).changes(paidOut("2026-08-01"), List.of()).put())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.kind()).isEqualTo(Kind.POST_DISBURSEMENT);
                    assertThat(check.dueOn()).isEqualTo("2026-08-31");
                });
    }

    @Test
    void loan_whenPaidOutBeforeTheWindow_owesNothingUnlessAMonthsRosterWasLeftOut() {
        StoredLoan loan = paidOut("2026-07-10");

        assertThat(rules(null).changes(loan, List.of()).isEmpty()).isTrue();
        assertThat(rules(LocalDate.parse("2026-06-30")).changes(loan, List.of()).put())
                .hasSize(1);
    }

    @Test
    void check_whenItStandsAlready_isNotMadeAgain() {
        StoredLoan loan = paidOut("2026-08-20");
        List<DueCheck> first = rules(null).changes(loan, List.of()).put();

        assertThat(rules(null).changes(loan, first).isEmpty()).isTrue();
        assertThat(rules(null).changes(loan, List.of(done(first.get(0)))).isEmpty())
                .isTrue();
    }

    @Test
    void check_whenTheDayOfPayingOutIsCorrected_getsItsNewDayAndStaysOne() {
        List<DueCheck> first =
                rules(null).changes(paidOut("2026-08-20"), List.of()).put();

        assertThat(rules(null).changes(paidOut("2026-08-25"), first).put())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.id()).isEqualTo(first.get(0).id());
                    assertThat(check.dueOn()).isEqualTo("2026-09-24");
                    assertThat(check.version()).isEqualTo(2);
                });
    }

    @Test
    void loan_whenPaidOutAgainAfterItsCheck_owesAnother() {
        DueCheck first =
                done(rules(null).changes(paidOut("2026-08-02"), List.of()).put().get(0));

        assertThat(rules(null).changes(paidOut("2026-08-30"), List.of(first)).put())
                .singleElement()
                .satisfies(check -> assertThat(check.id()).isNotEqualTo(first.id()));
    }

    @Test
    void loan_whenARosterTellsOfADayBeforeItsSilence_keepsTheCheckADailyRoundHasFound() {
        StoredLoan loan = quietSince("2026-07-15");
        DueCheckRules inNovember = new DueCheckRules(USUAL, LocalDate.parse("2026-11-01"), Map.of());
        List<DueCheck> found = inNovember.changes(loan, List.of()).put();
        assertThat(found).hasSize(1);

        assertThat(rules(null).changes(loan, found).isEmpty()).isTrue();
        assertThat(rules(null).changes(quietSince("2026-08-30"), found).withdrawn())
                .isEqualTo(found);
    }

    @Test
    void loan_whenQuietForThreeMonths_isDueWithTheMonthAndNotOverdueAtOnce() {
        assertThat(rules(null).changes(quietSince("2025-01-15"), List.of()).put())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.kind()).isEqualTo(Kind.INACTIVE);
                    assertThat(check.dueOn()).isEqualTo("2026-09-30");
                });
        assertThat(rules(null).changes(quietSince("2026-06-01"), List.of()).isEmpty())
                .isTrue();
    }

    @Test
    void loan_whenFrozenOrOfStudents_mayBeQuiet() {
        StoredLoan frozen = loan(quiet("2026-01-15").with(RosterColumn.FROZEN, 10_000_000L), true);
        StoredLoan students = loan(quiet("2026-01-15").with(RosterColumn.PROGRAMME_CODE, "02"), true);

        assertThat(rules(null).changes(frozen, List.of()).isEmpty()).isTrue();
        assertThat(rules(null).changes(students, List.of()).isEmpty()).isTrue();
    }

    @Test
    void check_whenSomethingWasPaidSince_isWithdrawnUnlessItWasMade() {
        List<DueCheck> first =
                rules(null).changes(quietSince("2026-01-15"), List.of()).put();
        StoredLoan paid = quietSince("2026-08-15");

        assertThat(rules(null).changes(paid, first).withdrawn()).isEqualTo(first);
        assertThat(rules(null).changes(paid, List.of(done(first.get(0)))).isEmpty())
                .isTrue();
    }

    @Test
    void loan_whenClosed_keepsWhatItOwedAndOwesNothingNew() {
        List<DueCheck> first =
                rules(null).changes(quietSince("2026-01-15"), List.of()).put();
        StoredLoan closed = loan(quiet("2026-08-15").with(RosterColumn.DISBURSED_ON, AUGUST), false);

        assertThat(rules(null).changes(closed, first).isEmpty()).isTrue();
    }

    private static DueCheckRules rules(@Nullable LocalDate rosterBefore) {
        return new DueCheckRules(USUAL, AUGUST, rosterBefore == null ? Map.of() : Map.of("97001", rosterBefore));
    }

    private static StoredLoan paidOut(String day) {
        return loan(new RowValues().with(RosterColumn.DISBURSED_ON, LocalDate.parse(day)), true);
    }

    private static StoredLoan quietSince(String day) {
        return loan(quiet(day), true);
    }

    private static RowValues quiet(String day) {
        return new RowValues().with(RosterColumn.LAST_TRANSACTION_ON, LocalDate.parse(day));
    }

    private static StoredLoan loan(RowValues values, boolean open) {
        values.with(RosterColumn.COMMUNE_CODE, "97001").with(RosterColumn.BORROWER_NAME, "Borrower");
        String number = "6600970010000001";
        return new StoredLoan(LoanIds.of(number), number, values.asMap(), open, null, AUGUST, 1);
    }

    private static DueCheck done(DueCheck check) {
        return new DueCheck(check.id(), check.loanId(), check.kind(), check.dueOn(), UUID.fromString("0-0-0-0-1"), 2);
    }
}
