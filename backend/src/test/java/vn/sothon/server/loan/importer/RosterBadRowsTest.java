package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.loan.importer.RosterSheet.aCreditFile;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.loan.importer.RosterProblem.Code;
import vn.sothon.server.loan.importer.RosterSheet.As;
import vn.sothon.server.loan.importer.RosterSheet.Formula;

class RosterBadRowsTest {
    private static final String LOAN = "6600012345678901";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void badRows_areReportedByNumberAndReasonAndTheRestIsImported(As as) {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", LOAN, "OPEN", 1_000_000L, 0L)
                .line("0000000002", "Hoa", "660001234567890", "OPEN", 1_000_000L, 0L)
                .line("0000000003", "Mai", "6600012345678903", "OPEN", "một triệu", 0L)
                .line("0000000004", "Cúc", "", "OPEN", 1_000_000L, 0L)
                .line("", "Đào", "6600012345678905", "OPEN", 1_000_000L, 0L)
                .line("0000000006", "Sen", "6600012345678906", "OPEN", "", 0L)
                .line("0000000007", "Huệ", "6600012345678907", "OPEN", -5L, 0L)
                .line("0000000008", "Lài", "6600012345678908", "OPEN", 1_000_000L, "x")
                .line("0000000009", "Ngọc", "6600012345678909", "Lạ", 1_000_000L, 0L)
                .line("0000000010", "Bình", "6600012345678910", "CLOSED", "", 0L)
                .read(folder, as);

        assertThat(roster.problems())
                .extracting(
                        RosterProblem::rowNumber,
                        RosterProblem::column,
                        RosterProblem::code,
                        RosterProblem::text,
                        RosterProblem::rowSkipped)
                .containsExactly(
                        tuple(5, RosterColumn.LOAN_NUMBER, Code.LOAN_NUMBER_NOT_16_DIGITS, "660001234567890", true),
                        tuple(6, RosterColumn.OUTSTANDING, Code.NOT_AN_AMOUNT, "một triệu", true),
                        tuple(7, RosterColumn.LOAN_NUMBER, Code.MISSING_LOAN_NUMBER, "", true),
                        tuple(8, RosterColumn.CUSTOMER_CODE, Code.MISSING_VALUE, "", true),
                        tuple(9, RosterColumn.OUTSTANDING, Code.MISSING_VALUE, "", true),
                        tuple(10, RosterColumn.OUTSTANDING, Code.NEGATIVE_AMOUNT, "-5", true),
                        tuple(11, RosterColumn.SAVINGS, Code.NOT_AN_AMOUNT, "x", false),
                        tuple(12, RosterColumn.STATUS, Code.UNKNOWN_STATUS, "Lạ", false));
        assertThat(roster.loans()).extracting(LoanRow::rowNumber).containsExactly(4, 11, 12, 13);
        assertThat(roster.skipped())
                .extracting(SkippedRow::rowNumber, SkippedRow::loanNumber, SkippedRow::customerCode)
                .contains(tuple(6, "6600012345678903", "0000000003"), tuple(7, null, "0000000004"));
        assertThat(roster.rowsRead()).isEqualTo(10);
        assertThat(roster.sums().openLoans()).isEqualTo(3);
        assertThat(RosterMessages.of(roster.problems().get(0)))
                .isEqualTo("Dòng 5: số khế ước \"660001234567890\" không đủ 16 chữ số.");
    }

    @Test
    void formula_whenWithoutValue_costsTheRowOnlyWhereTheValueIsNeeded() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", LOAN, "OPEN", new Formula("1+1"), 0L)
                .line("0000000002", "Hoa", "6600012345678902", "OPEN", 1_000_000L, new Formula("A1"))
                .line("0000000003", "Mai", new Formula("B7"), "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.problems())
                .extracting(
                        RosterProblem::rowNumber, RosterProblem::column, RosterProblem::code, RosterProblem::rowSkipped)
                .containsExactly(
                        tuple(4, RosterColumn.OUTSTANDING, Code.FORMULA_WITHOUT_VALUE, true),
                        tuple(5, RosterColumn.SAVINGS, Code.FORMULA_WITHOUT_VALUE, false),
                        tuple(6, RosterColumn.LOAN_NUMBER, Code.FORMULA_WITHOUT_VALUE, true));
        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.savings())
                .isNull());
    }

    @Test
    void loanNumber_whenRoundedToZeros_isReportedAsLost() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", 6.6E15, "OPEN", 1_000_000L, 0L)
                .line("0000000002", "Hoa", LOAN, "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.problems())
                .extracting(RosterProblem::rowNumber, RosterProblem::code)
                .containsExactly(tuple(4, Code.LOAN_NUMBER_DIGITS_LOST));
        assertThat(roster.loans()).extracting(LoanRow::loanNumber).containsExactly(LOAN);
    }

    @Test
    void loanNumber_whenCsvHoldsAnExponent_isReportedAsLost() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", "6.6E+15", "OPEN", "1000000", "0")
                .line("0000000002", "Hoa", "6,60001E+15", "OPEN", "1000000", "0")
                .read(folder, As.CSV);

        assertThat(roster.problems())
                .extracting(RosterProblem::rowNumber, RosterProblem::code, RosterProblem::text)
                .containsExactly(
                        tuple(4, Code.LOAN_NUMBER_DIGITS_LOST, "6.6E+15"),
                        tuple(5, Code.LOAN_NUMBER_DIGITS_LOST, "6,60001E+15"));
    }

    @Test
    void loanNumber_whenStoredExactlyAsANumber_isRecovered() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", 6600012345678900L, "OPEN", 1_000_000L, 0L)
                .line("0000000002", "Hoa", 6600012345678901L, "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.problems()).isEmpty();
        assertThat(roster.loans())
                .extracting(LoanRow::loanNumber)
                .containsExactlyInAnyOrder("6600012345678900", "6600012345678901");
    }

    @Test
    void loanNumbers_whenAllNumericAndAllEndingInZero_areTakenAsCutToFifteenDigits() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", 6600012345678900L, "OPEN", 1_000_000L, 0L)
                .line("0000000002", "Hoa", 6600012345678910L, "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.loans()).isEmpty();
        assertThat(roster.problems())
                .extracting(RosterProblem::code)
                .containsExactly(Code.LOAN_NUMBER_DIGITS_LOST, Code.LOAN_NUMBER_DIGITS_LOST);
        assertThat(roster.skipped()).extracting(SkippedRow::customerCode).containsExactly("0000000001", "0000000002");
    }

    @Test
    void codes_whenNumeric_getTheirLeadingZerosBack() {
        Roster roster = aRoster()
                .line("Mã KH", "Mã tổ", "Mã CT", "Số khế ước", "Tình trạng món vay", "Tổng dư nợ")
                .line(12345L, 512007L, 1L, LOAN, "OPEN", 1_000_000L)
                .read(folder, As.XLSX);

        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.customerCode()).isEqualTo("0000012345");
            assertThat(loan.groupCode()).isEqualTo("0512007");
            assertThat(loan.programmeCode()).isEqualTo("01");
        });
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void cells_thatSayNothing_areEmpty(As as) {
        Roster roster = aRoster()
                .line(
                        "Mã KH",
                        "Số khế ước",
                        "Tình trạng món vay",
                        "Tổng dư nợ",
                        "Dư nợ quá hạn",
                        "Ngày đến hạn",
                        "Mã tổ")
                .line("0000000001", LOAN, "OPEN", 1_000_000L, "-", "0", "NULL")
                .line("0000000002", "(null)", "-", "-", "-", "-", "-")
                .read(folder, as);

        assertThat(roster.problems()).isEmpty();
        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.overdue()).isZero();
            assertThat(loan.dueOn()).isNull();
            assertThat(loan.groupCode()).isNull();
        });
        assertThat(roster.customersWithSavingsOnly()).hasSize(1);
    }

    @Test
    void errorCells_areNamed() {
        Roster roster = aCreditFile()
                .line("0000000001", "Lan", LOAN, "OPEN", "1000000", "#N/A")
                .read(folder, As.CSV);

        assertThat(roster.problems())
                .containsExactly(new RosterProblem(4, RosterColumn.SAVINGS, Code.CELL_ERROR, "#N/A", false));
    }
}
