package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatedTextTest {
    private static final String ROSTER =
            """
            Sao kê chi tiết
            Mã món vay,Mã khách hàng,Tên khách hàng,Tổng dư nợ,Số tiền giải ngân
            6600012345678901,0000000001,Nguyễn Thị Lan,1000000,2000000
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void separator_isDetected(char separator) throws IOException {
        assertReads(ROSTER.replace(',', separator).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void byteOrderMark_isNotPartOfTheFirstHeading() throws IOException {
        String bare = ROSTER.substring(ROSTER.indexOf('\n') + 1);
        assertReads(("\ufeff" + bare).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unicodeTextOfExcel_isRead() throws IOException {
        assertReads(("\ufeff" + ROSTER.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void hintOfTheSeparator_isNotARow() throws IOException {
        Roster roster = read(("sep=;\n" + ROSTER.replace(',', ';')).getBytes(StandardCharsets.UTF_8));

        assertThat(roster.loans()).extracting(LoanRow::rowNumber).containsExactly(3);
    }

    @Test
    void rowNumbers_countRecordsAsASpreadsheetDoes() throws IOException {
        String csv = ROSTER.replace("Nguyễn Thị Lan", "\"Nguyễn\r\nThị, \"\"Lan\"\"\"") + "\n,,,5,5\n";
        Roster roster = read(csv.getBytes(StandardCharsets.UTF_8));

        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.borrowerName())
                .isEqualTo("Nguyễn\r\nThị, \"Lan\""));
        assertThat(roster.problems()).extracting(RosterProblem::rowNumber).containsExactly(5);
    }

    @Test
    void shortLines_leaveTheRestEmpty() throws IOException {
        Roster roster = read((ROSTER + "6600012345678902,0000000002\n").getBytes(StandardCharsets.UTF_8));

        assertThat(roster.problems())
                .containsExactly(
                        new RosterProblem(4, RosterColumn.OUTSTANDING, RosterProblem.Code.MISSING_VALUE, "", true));
    }

    @Test
    void anotherEncoding_isRefusedAndNotGuessed() {
        byte[] latin = ROSTER.replace("Lan", "L\u00e2n").getBytes(Charset.forName("windows-1258"));

        assertThatThrownBy(() -> read(latin)).isInstanceOfSatisfying(UnreadableRoster.class, e -> assertThat(e.code())
                .isEqualTo(UnreadableRoster.Code.NOT_UTF8));
    }

    private void assertReads(byte[] bytes) throws IOException {
        Roster roster = read(bytes);
        assertThat(roster.kind()).isEqualTo(RosterKind.STATEMENT_10);
        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.loanNumber()).isEqualTo("6600012345678901");
            assertThat(loan.borrowerName()).isEqualTo("Nguyễn Thị Lan");
            assertThat(loan.outstanding()).isEqualTo(1_000_000L);
        });
    }

    private static Roster read(byte[] bytes) throws IOException {
        return new RosterReader().read(new ByteArrayInputStream(bytes), "roster.csv");
    }
}
