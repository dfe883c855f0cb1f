package vn.sothon.server.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void aCell_thatASpreadsheetWouldCalculate_isPlainText(String value) {
        assertThat(CsvText.cell(value)).startsWith("\"'");
    }

    @Test
    void aCell_keepsQuotesAndCommas() {
        assertThat(CsvText.cell("Lò \"Văn\", Trích")).isEqualTo("\"Lò \"\"Văn\"\", Trích\"");
        assertThat(CsvText.cell(null)).isEqualTo("\"\"");
    }
}
