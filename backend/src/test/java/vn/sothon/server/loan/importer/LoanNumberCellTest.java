package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.server.loan.importer.LoanNumberCell.Certainty;
import vn.sothon.server.loan.importer.RosterProblem.Code;

class LoanNumberCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"6600012345678901", "'6600012345678901", "6000000000000000"})
    void text_of16Digits_isExact(String text) throws CellFault {
        assertThat(LoanNumberCell.read(SheetCell.text(text)))
                .isEqualTo(new LoanNumberCell(text.replace("'", ""), Certainty.EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        "6600012345678901,6600012345678901,EXACT_AND_PROVES_COLUMN",
        "6.600012345678901E15,6600012345678901,EXACT_AND_PROVES_COLUMN",
        "6600012345678900,6600012345678900,NEEDS_PROOF",
    })
    void number_withEnoughDigits_isRecovered(String stored, String digits, Certainty certainty) throws CellFault {
        assertThat(LoanNumberCell.read(number(stored))).isEqualTo(new LoanNumberCell(digits, certainty));
    }

    @ParameterizedTest
    @CsvSource({
        "6.6E15,LOAN_NUMBER_DIGITS_LOST",
        "6.60001E15,LOAN_NUMBER_DIGITS_LOST",
        "9600012345678901,LOAN_NUMBER_DIGITS_LOST",
        "66000123,LOAN_NUMBER_NOT_16_DIGITS",
        "6600012345678901.5,LOAN_NUMBER_NOT_16_DIGITS",
        "-6600012345678901,LOAN_NUMBER_NOT_16_DIGITS",
        "1E2147483647,LOAN_NUMBER_NOT_16_DIGITS",
        "1E-2147483647,LOAN_NUMBER_NOT_16_DIGITS",
    })
    void number_thatLostDigitsOrNeverHadThem_isAFault(String stored, Code code) {
        assertThatThrownBy(() -> LoanNumberCell.read(number(stored)))
                .isInstanceOfSatisfying(
                        CellFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static SheetCell number(String stored) {
        return new SheetCell(SheetCell.Sort.NUMBER, stored);
    }
}
