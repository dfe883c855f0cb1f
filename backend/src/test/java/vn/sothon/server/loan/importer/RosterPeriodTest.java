package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.server.loan.importer.RosterSheet.As;

class RosterPeriodTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void period_whenAColumnTellsIt_standsAboveTitleAndName(As as) {
        Roster roster = aRoster()
                .line("Đến ngày 31/07/2026")
                .line("Ngày báo cáo", "Số khế ước", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                .line(LocalDate.of(2026, 8, 31), "6600012345678901", 1L, LocalDate.of(2027, 1, 1))
                .line(LocalDate.of(2026, 8, 31), "6600012345678902", 1L, LocalDate.of(2027, 1, 1))
                .line(LocalDate.of(2026, 8, 30), "6600012345678903", 1L, LocalDate.of(2027, 1, 1))
                .read(folder, as, "30-06-2026");

        assertThat(roster.period()).isEqualTo("2026-08-31");
        assertThat(roster.periodSource()).isEqualTo(PeriodSource.COLUMN);
        assertThat(roster.problems())
                .containsExactly(new RosterProblem(
                        5, RosterColumn.REPORT_DATE, RosterProblem.Code.OTHER_PERIOD, "2026-08-30", false));
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void period_whenOnlyTheTitleTellsIt_standsAboveTheName(As as) {
        Roster roster = frozen("Từ ngày 01/08/2026 đến ngày 31/08/2026").read(folder, as, "30-06-2026");

        assertThat(roster.period()).isEqualTo("2026-08-31");
        assertThat(roster.periodSource()).isEqualTo(PeriodSource.TITLE);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void period_whenTheTitleHoldsItInACellOfItsOwn_isRead(As as) {
        Roster roster = aRoster()
                .line("Ngày số liệu:", LocalDate.of(2026, 8, 31), "Số dòng", 46000L)
                .line("Số khế ước", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                .line("6600012345678901", 1_000_000L, LocalDate.of(2027, 1, 1))
                .read(folder, as);

        assertThat(roster.period()).isEqualTo("2026-08-31");
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void period_whenOnlyTheNameTellsIt_isRead(As as) {
        Roster roster = frozen("Danh sách nợ khoanh").read(folder, as, "Mẫu 13 T8 2026");

        assertThat(roster.period()).isEqualTo("2026-08-31");
        assertThat(roster.periodSource()).isEqualTo(PeriodSource.FILE_NAME);
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void period_whenNothingTellsIt_isAskedFor(As as) {
        Roster roster = frozen("Danh sách nợ khoanh").read(folder, as, "Mau13");

        assertThat(roster.needsPeriod()).isTrue();
        assertThat(roster.periodSource()).isNull();
        Roster told = roster.forPeriod(LocalDate.of(2026, 9, 30));
        assertThat(told.period()).isEqualTo("2026-09-30");
        assertThat(told.periodSource()).isEqualTo(PeriodSource.PERSON);
        assertThat(told.loans()).isEqualTo(roster.loans());
    }

    @ParameterizedTest
    @CsvSource({
        "Mau31 31-08-2026.xlsx,2026-08-31",
        "2026-08-31.csv,2026-08-31",
        "bao cao 31_08_2026 (1).xlsx,2026-08-31",
        "31.8.2026.xlsx,2026-08-31",
        "HSTD_20260831.xlsx,2026-08-31",
        "Mẫu 10 T8 2026.xlsx,2026-08-31",
        "T02-2028.xlsx,2028-02-29",
        "THÁNG 11 NĂM 2026.xlsx,2026-11-30",
        "thang_9_2026.xlsx,2026-09-30",
    })
    void fileName_withADayOrAMonth_tellsThePeriod(String name, LocalDate day) {
        assertThat(PeriodWords.loaded().inFileName(name)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mau 31.xlsx", "roster.xlsx", "31-13-2026.xlsx", "12345678901234.xlsx", "T13 2026.csv"})
    void fileName_withoutOne_tellsNothing(String name) {
        assertThat(PeriodWords.loaded().inFileName(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Ngày số liệu: 31/08/2026,2026-08-31",
        "ngày 31 tháng 8 năm 2026,2026-08-31",
        "Kỳ báo cáo tháng 8 năm 2026,2026-08-31",
        "Số liệu đến 2026-08-31. Ngày in: 02/09/2026,2026-08-31",
        "Ngày in: 02/09/2026. Thời điểm 31/08/2026,2026-08-31",
    })
    void title_withADay_tellsThePeriod(String title, LocalDate day) {
        assertThat(PeriodWords.loaded().inTitles(List.of("NHCSXH", title))).isEqualTo(day);
    }

    private static RosterSheet frozen(String title) {
        return aRoster()
                .line(title)
                .line("Số khế ước", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                .line("6600012345678901", 1_000_000L, LocalDate.of(2027, 1, 1));
    }
}
