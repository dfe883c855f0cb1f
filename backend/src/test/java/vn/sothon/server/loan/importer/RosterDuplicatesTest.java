package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.importer.RosterSheet.aCreditFile;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.loan.importer.RosterSheet.As;

class RosterDuplicatesTest {
    private static final String LOAN = "6600012345678901";
    private static final String OTHER_LOAN = "6600012345678902";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void loan_whenItsCustomerHasTwoSavingsBooks_owesOnceAndSavesTwice(As as) {
        Roster roster = aCreditFile()
                .line("0000000001", "Nguyễn Thị Lan", LOAN, "OPEN", 30_000_000L, 500_000L)
                .line("0000000001", "NGUYỄN THỊ LAN", LOAN, "OPEN", 30_000_000L, 700_000L)
                .read(folder, as);

        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.rowNumber()).isEqualTo(4);
            assertThat(loan.outstanding()).isEqualTo(30_000_000L);
            assertThat(loan.savings()).isEqualTo(1_200_000L);
        });
        assertThat(roster.problems()).isEmpty();
        assertThat(roster.merged()).containsExactly(new MergedRows(LOAN, 4, List.of(5), 30_000_000L));
        assertThat(roster.sums().outstanding()).isEqualTo(30_000_000L);
        assertThat(roster.sums().savings()).isEqualTo(1_200_000L);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void loan_whenTheSameRowComesTwice_savesOnce(As as) {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", LOAN, "OPEN", 30_000_000L, 500_000L)
                .line("0000000001", "Lan", LOAN, "OPEN", 30_000_000L, 500_000L)
                .read(folder, as);

        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.savings())
                .isEqualTo(500_000L));
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void savingsBooks_whenNumbered_addUpEvenWithEqualBalances(As as) {
        Roster roster = aRoster()
                .line("Mã KH", "Số khế ước", "Tình trạng món vay", "Tổng dư nợ", "Số sổ tiết kiệm", "Số dư tiết kiệm")
                .line("0000000001", LOAN, "OPEN", 30_000_000L, "A1", 500_000L)
                .line("0000000001", LOAN, "OPEN", 30_000_000L, "A2", 500_000L)
                .line("0000000001", OTHER_LOAN, "OPEN", 10_000_000L, "A1", 500_000L)
                .line("0000000001", OTHER_LOAN, "OPEN", 10_000_000L, "A2", 500_000L)
                .read(folder, as);

        assertThat(roster.loans()).extracting(LoanRow::savings).containsExactly(1_000_000L, 1_000_000L);
        // Two loans of one customer repeat the same two books.
        assertThat(roster.sums().savings()).isEqualTo(1_000_000L);
        assertThat(roster.sums().customers()).isEqualTo(1);
        assertThat(roster.merged())
                .extracting(MergedRows::outstandingNotCountedAgain)
                .containsExactly(30_000_000L, 10_000_000L);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void rows_whenTheyDisagreeOnWhatIsOwed_areReportedAndTheFirstStands(As as) {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", LOAN, "OPEN", 30_000_000L, 500_000L)
                .line("0000000001", "Lan", LOAN, "OPEN", 29_000_000L, 700_000L)
                .read(folder, as);

        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.outstanding()).isEqualTo(30_000_000L);
            assertThat(loan.savings()).isEqualTo(500_000L);
        });
        assertThat(roster.problems())
                .containsExactly(new RosterProblem(
                        5, RosterColumn.OUTSTANDING, RosterProblem.Code.DUPLICATE_CONFLICT, "29000000", true));
        assertThat(roster.merged()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void customer_whenWithoutALoan_isKeptAsACustomerOnce(As as) {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", "", "", "", 500_000L)
                .line("0000000001", "Lan", "", "", "", 700_000L)
                .line("0000000002", "Sơn", LOAN, "OPEN", 1_000_000L, 0L)
                .line("0000000003", "Tống Văn Công", "", "", "", 50_000L)
                .read(folder, as);

        assertThat(roster.problems()).isEmpty();
        assertThat(roster.loans()).hasSize(1);
        assertThat(roster.customersWithSavingsOnly())
                .containsExactly(
                        new CustomerRow(4, "0000000001", "Lan", null, null, null, null, null, null, 1_200_000L),
                        new CustomerRow(7, "0000000003", "Tống Văn Công", null, null, null, null, null, null, 50_000L));
        assertThat(roster.sums().customers()).isEqualTo(3);
    }
}
