package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.importer.RosterSheet.aCreditFile;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.loan.importer.RosterSheet.As;

class RosterHeadingsTest {
    private static final String LOAN = "6600012345678901";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void headings_whenMovedAndWithoutMarks_areFound(As as) {
        Roster roster = aRoster()
                .emptyColumns(3)
                .line("x")
                .line("TONG DU NO (đồng)", "so_khe_uoc", "TÌNH TRẠNG\nMÓN VAY", "Cột lạ", "ma  KH")
                .line(5_000_000L, LOAN, "open", "gì đó", "0000000001")
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.CREDIT_FILE_31);
        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.loanNumber()).isEqualTo(LOAN);
            assertThat(loan.outstanding()).isEqualTo(5_000_000L);
            assertThat(loan.status()).isEqualTo(LoanStatus.OPEN);
        });
    }

    @Test
    void headings_whenTheirMarksAreApart_areFound() {
        RosterSheet sheet = aRoster();
        Object[] apart = new Object[RosterSheet.HEADINGS_31.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = Normalizer.normalize(RosterSheet.HEADINGS_31[i], Normalizer.Form.NFD);
        }
        Roster roster =
                sheet.line(apart).line("1", "Lan", LOAN, "OPEN", 1_000_000L, 0L).read(folder, As.CSV);

        assertThat(roster.loans()).hasSize(1);
    }

    @Test
    void headingRow_whenFarDown_isStillFound() {
        RosterSheet sheet = aRoster();
        for (int i = 0; i < 40; i++) {
            sheet.line("dòng " + i);
        }
        Roster roster = sheet.line((Object[]) RosterSheet.HEADINGS_31)
                .line("1", "Lan", LOAN, "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.loans().get(0).rowNumber()).isEqualTo(42);
    }

    @Test
    void sheet_whenNotTheUsualOne_isFoundByItsHeadings() {
        Roster roster = aCreditFile()
                .sheetName("Dữ liệu")
                .line("1", "Lan", LOAN, "OPEN", 1_000_000L, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.loans()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void lines_thatAreNotData_areNeitherRowsNorProblems(As as) {
        Roster roster = aCreditFile()
                .line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
                .line("0000000001", "Lan", LOAN, "OPEN", 1_000_000L, 0L)
                .line()
                .line((Object[]) RosterSheet.HEADINGS_31)
                .line("0000000002", "Cường", "6600012345678902", "OPEN", 2_000_000L, 0L)
                .line("2", "Tổng số: 2 món", "", "", 3_000_000L, 0L)
                .line("", "TONG CONG", "", "", 3_000_000L, 0L)
                .line("", "Người lập biểu")
                .read(folder, as);

        assertThat(roster.loans()).hasSize(2);
        assertThat(roster.problems()).isEmpty();
        assertThat(roster.rowsRead()).isEqualTo(2);
        assertThat(roster.sums().outstanding()).isEqualTo(3_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"Đơn vị tính: triệu đồng,12.5,12500000", "ĐVT: nghìn đồng,12500,12500000", "ĐVT: đồng,12500000,12500000"
    })
    void money_whenTheTitleNamesItsUnit_isTurnedIntoDong(String title, double stored, long expected) {
        Roster roster = aRoster()
                .line(title)
                .line((Object[]) RosterSheet.HEADINGS_31)
                .line("0000000001", "Lan", LOAN, "OPEN", stored, 0L)
                .read(folder, As.XLSX);

        assertThat(roster.sums().outstanding()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void file_whenNoReportHasSuchHeadings_isRefusedWithTheNearest(As as) {
        RosterSheet foreign =
                aRoster().line("Số khế ước", "Mã KH", "Tổng dư nợ").line(LOAN, "0000000001", 1_000_000L);

        assertThatThrownBy(() -> foreign.read(folder, as))
                .isInstanceOfSatisfying(
                        UnreadableRoster.class, e -> assertThat(e.code()).isEqualTo(UnreadableRoster.Code.NO_HEADINGS))
                .hasMessageContaining("nearest CREDIT_FILE_31, lacking [[STATUS]]");
    }

    @Test
    void everyColumnAndKind_standsInTheDataFiles() {
        Set<RosterColumn> columns = EnumSet.noneOf(RosterColumn.class);
        WordFile headings = WordFile.load("headings.txt");
        headings.entries().forEach(entry -> {
            RosterColumn column = RosterColumn.valueOf(entry.key());
            columns.add(column);
            entry.words()
                    .forEach(word ->
                            assertThat(Headings.loaded().column(word)).as(word).isEqualTo(column));
        });

        assertThat(columns).containsExactlyInAnyOrder(RosterColumn.values());
        assertThat(WordFile.load("kinds.txt").entries().stream()
                        .map(entry -> RosterKind.valueOf(entry.key()))
                        .distinct())
                .containsExactlyInAnyOrder(RosterKind.values());
    }

    @Test
    void everyCode_hasASentence() {
        for (RosterProblem.Code code : RosterProblem.Code.values()) {
            assertThat(RosterMessages.of(new RosterProblem(7, RosterColumn.OUTSTANDING, code, "abc", true)))
                    .doesNotContain("{");
        }
        for (UnreadableRoster.Code code : UnreadableRoster.Code.values()) {
            assertThat(RosterMessages.of(code)).isNotBlank();
        }
    }
}
