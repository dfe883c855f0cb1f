package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.loan.importer.RosterDiff.ClosedReason;
import vn.sothon.server.loan.importer.RosterDiff.FieldChange;
import vn.sothon.server.loan.importer.RosterSheet.As;

class RosterComparisonTest {
    private static final String FIRST = "6600012345678901";
    private static final String SECOND = "6600012345678902";
    private static final String THIRD = "6600012345678903";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void roster_whenImportedAgain_changesNothing(As as) {
        Roster roster = creditFile()
                .line("240512", "0000000001", FIRST, "OPEN", 1_000_000L)
                .line("240512", "0000000002", SECOND, "OPEN", 2_000_000L)
                .line("240512", "0000000003", THIRD, "CLOSED", 0L)
                .read(folder, as);

        RosterDiff first = RosterComparison.of(roster, List.of());
        assertThat(first.added()).extracting(LoanRow::loanNumber).containsExactly(FIRST, SECOND);
        assertThat(first.closedBefore()).extracting(LoanRow::loanNumber).containsExactly(THIRD);

        List<KnownLoan> stored =
                first.added().stream().map(row -> KnownLoan.of(row, false)).toList();
        RosterDiff again = RosterComparison.of(roster, stored);
        assertThat(again.changesNothing()).isTrue();
        assertThat(again.unchanged()).containsExactly(FIRST, SECOND);
    }

    @Test
    void loan_withAnotherValue_isReportedFieldByField() {
        Roster roster = creditFile()
                .line("240512", "0000000001", FIRST, "OPEN", 900_000L)
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(roster, List.of(known(FIRST, "0000000001", 1_000_000L, true, false)));

        assertThat(diff.changed()).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly(new FieldChange(RosterColumn.OUTSTANDING, 1_000_000L, 900_000L)));
    }

    @Test
    void loan_goneFromAFullRoster_isClosedWithAReasonAndItsOpenWorkNamed() {
        Roster roster = creditFile()
                .line("240512", "0000000001", FIRST, "OPEN", 1_000_000L)
                .line("240512", "0000000003", THIRD, "CLOSED", 0L)
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(
                roster,
                List.of(
                        known(FIRST, "0000000001", 1_000_000L, true, false),
                        known(SECOND, "0000000002", 2_000_000L, true, true),
                        known(THIRD, "0000000003", 500_000L, true, false)));

        assertThat(diff.closed())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("row")
                .containsExactly(
                        new RosterDiff.Closed(THIRD, ClosedReason.CLOSED_IN_ROSTER, null, false),
                        new RosterDiff.Closed(SECOND, ClosedReason.GONE_FROM_FULL_ROSTER, null, true));
        assertThat(diff.unchanged()).containsExactly(FIRST);
    }

    @Test
    void loan_ofACommuneTheRosterDoesNotSpeakOf_staysOpen() {
        Roster roster = creditFile()
                .line("240599", "0000000001", FIRST, "OPEN", 1_000_000L)
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(roster, List.of(known(SECOND, "0000000002", 1L, true, false)));

        assertThat(diff.closed()).isEmpty();
        assertThat(diff.unaccounted()).isEmpty();
    }

    @Test
    void loan_whoseRowMayBeTheIllegibleOne_isLeftAsItIs() {
        Roster roster = creditFile()
                .line("240512", "0000000001", FIRST, "OPEN", 1_000_000L)
                .line("240512", "0000000002", 6.6E15, "OPEN", 2_000_000L)
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(
                roster,
                List.of(
                        known(SECOND, "0000000002", 2_000_000L, true, false),
                        known(THIRD, "0000000003", 2_000_000L, true, false)));

        assertThat(diff.unaccounted()).containsExactly(SECOND);
        assertThat(diff.closed()).extracting(RosterDiff.Closed::loanNumber).containsExactly(THIRD);
    }

    @Test
    void partialRoster_neitherClosesNorClearsWhatItDoesNotTell() {
        Roster roster = aRoster()
                .line("Số khế ước", "Dư nợ quá hạn", "Ngày chuyển quá hạn")
                .line(FIRST, 400_000L, LocalDate.of(2026, 7, 1))
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(
                roster,
                List.of(
                        known(FIRST, "0000000001", 1_000_000L, true, false),
                        known(SECOND, "0000000002", 2_000_000L, true, false)));

        assertThat(diff.closed()).isEmpty();
        assertThat(diff.changed()).singleElement().satisfies(change -> assertThat(change.fields())
                .extracting(FieldChange::column)
                .containsExactly(RosterColumn.OVERDUE, RosterColumn.OVERDUE_SINCE));
    }

    @Test
    void emptyCell_clearsAValueButAnUnreadableOneDoesNot() {
        Roster roster = aRoster()
                .line("Số khế ước", "Dư nợ quá hạn", "Ngày chuyển quá hạn")
                .line(FIRST, 0L, "")
                .line(SECOND, 1L, "không rõ")
                .read(folder, As.XLSX);
        KnownLoan overdue = knownOverdue(FIRST, 0L);
        KnownLoan unclear = knownOverdue(SECOND, 1L);

        RosterDiff diff = RosterComparison.of(roster, List.of(overdue, unclear));

        assertThat(diff.changed()).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly(new FieldChange(RosterColumn.OVERDUE_SINCE, LocalDate.of(2026, 7, 1), null)));
        assertThat(diff.unchanged()).containsExactly(SECOND);
    }

    @Test
    void closedLoan_thatIsOnTheRosterAgain_isReopened() {
        Roster roster = creditFile()
                .line("240512", "0000000001", FIRST, "OPEN", 1_000_000L)
                .read(folder, As.XLSX);

        RosterDiff diff = RosterComparison.of(roster, List.of(known(FIRST, "0000000001", 1_000_000L, false, false)));

        assertThat(diff.changed()).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly(new FieldChange(RosterColumn.STATUS, LoanStatus.CLOSED, LoanStatus.OPEN)));
    }

    private static RosterSheet creditFile() {
        return aRoster().line("Mã xã", "Mã KH", "Số khế ước", "Tình trạng món vay", "Tổng dư nợ");
    }

    private static KnownLoan known(String number, String customer, long outstanding, boolean open, boolean work) {
        RowValues values = new RowValues()
                .with(RosterColumn.COMMUNE_CODE, "240512")
                .with(RosterColumn.CUSTOMER_CODE, customer)
                .with(RosterColumn.OUTSTANDING, outstanding);
        return new KnownLoan(number, values.asMap(), open, work);
    }

    private static KnownLoan knownOverdue(String number, long overdue) {
        RowValues values = new RowValues()
                .with(RosterColumn.OVERDUE, overdue)
                .with(RosterColumn.OVERDUE_SINCE, LocalDate.of(2026, 7, 1));
        return new KnownLoan(number, values.asMap(), true, false);
    }
}
