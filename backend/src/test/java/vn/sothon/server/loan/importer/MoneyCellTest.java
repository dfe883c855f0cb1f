package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sothon.server.loan.importer.RosterProblem.Code;

class MoneyCellTest {
    private final MoneyCell money = new MoneyCell(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "50000000;50000000",
                "50.000.000;50000000",
                "50,000,000;50000000",
                "50 000 000;50000000",
                "50.000.000,00;50000000",
                "50,000,000.00;50000000",
                "50.000.000 đồng;50000000",
                "50.000.000đ;50000000",
                "50.000.000 VNĐ;50000000",
                "1.234;1234",
                "1234,0;1234",
                "-;0",
                "0;0",
            })
    void text_groupedInAnyUsualWay_isWholeDong(String text, long expected) throws CellFault {
        assertThat(money.read(SheetCell.text(text), false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"5.0E7,50000000", "50000000.0000001,50000000", "493000000,493000000", "0,0"})
    void number_asStored_isWholeDong(String stored, long expected) throws CellFault {
        assertThat(money.read(number(stored), false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5E+07;AMOUNT_DIGITS_LOST",
                "1,23457E+11;AMOUNT_DIGITS_LOST",
                "năm triệu;NOT_AN_AMOUNT",
                "1.2.3;NOT_AN_AMOUNT",
                "12,5;NOT_WHOLE_DONG",
                "-5.000;NEGATIVE_AMOUNT",
                "(5.000);NEGATIVE_AMOUNT",
                "9999999999999999999;AMOUNT_OUT_OF_RANGE",
            })
    void text_thatIsNoAmount_isAFault(String text, Code code) {
        assertFault(SheetCell.text(text), code);
    }

    @ParameterizedTest
    @CsvSource({"1E2147483647", "1E-2147483647", "1E999999", "9.9E15"})
    void number_beyondAllReason_isAFaultAtOnce(String stored) {
        assertFault(number(stored), Code.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void interest_withAFraction_isRounded() throws CellFault {
        assertThat(money.read(number("125000.5"), true)).isEqualTo(125_001);
    }

    @Test
    void millions_areMultiplied() throws CellFault {
        assertThat(new MoneyCell(1_000_000).read(number("12.5"), false)).isEqualTo(12_500_000);
    }

    private void assertFault(SheetCell cell, Code code) {
        assertThatThrownBy(() -> money.read(cell, false))
                .isInstanceOfSatisfying(
                        CellFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static SheetCell number(String stored) {
        return new SheetCell(SheetCell.Sort.NUMBER, stored);
    }
}
