package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.server.loan.importer.RosterProblem.Code;

class DateCellTest {
    private final DateCell dates = new DateCell(false);

    @ParameterizedTest
    @CsvSource({
        "05/03/2026,2026-03-05",
        "5/3/2026,2026-03-05",
        "05-03-2026,2026-03-05",
        "05.03.2026,2026-03-05",
        "2026-03-05,2026-03-05",
        "05/03/2026 00:00:00,2026-03-05",
        "2026-03-05T10:15:00,2026-03-05",
        "46086,2026-03-05",
        "46086.75,2026-03-05",
    })
    void day_inAnyUsualWriting_isRead(String text, LocalDate day) throws CellFault {
        assertThat(dates.read(SheetCell.text(text))).isEqualTo(day);
    }

    @Test
    void serial_ofAWorkbookThatCountsFrom1904_isShifted() throws CellFault {
        assertThat(new DateCell(true).read(new SheetCell(SheetCell.Sort.NUMBER, "44624")))
                .isEqualTo("2026-03-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "03/25/2026", "hôm qua", "05/03/1900", "05/03/26", "1", "99999"})
    void text_thatIsNoDay_isAFault(String text) {
        assertThatThrownBy(() -> dates.read(SheetCell.text(text)))
                .isInstanceOfSatisfying(
                        CellFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.NOT_A_DATE));
    }
}
