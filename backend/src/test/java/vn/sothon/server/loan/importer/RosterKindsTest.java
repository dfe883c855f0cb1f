package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.importer.RosterSheet.aRoster;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.loan.importer.RosterSheet.As;

class RosterKindsTest {
    private static final String LOAN = "6600012345678901";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(As.class)
    void creditFile_whenItHasEveryOtherReportsColumnsToo_isReport31(As as) {
        Roster roster = aRoster()
                .emptyColumns(1)
                .line("")
                .line("TẠO HỒ SƠ TÍN DỤNG CHI TIẾT THEO KỲ SỐ LIỆU")
                .line("")
                .line("")
                .line(
                        "STT",
                        "Ngày số liệu",
                        "Mã xã",
                        "Mã thôn",
                        "Hội đoàn thể",
                        "Mã tổ",
                        "Tên tổ",
                        "Mã tổ trưởng",
                        "Tên tổ trưởng",
                        "Mã KH",
                        "Tên KH",
                        "Số CMND/CCCD",
                        "Vợ/chồng",
                        "Số điện thoại",
                        "Số khế ước",
                        "Tình trạng món vay",
                        "Chương trình",
                        "Mục đích sử dụng vốn vay",
                        "Số tiền giải ngân",
                        "Ngày giải ngân",
                        "Ngày đến hạn",
                        "Tổng dư nợ",
                        "Dư nợ quá hạn",
                        "Ngày chuyển quá hạn",
                        "Dư nợ khoanh",
                        "Ngày hết hạn khoanh",
                        "Lãi tồn",
                        "Số dư tiền gửi tiết kiệm",
                        "Ngày giao dịch gần nhất")
                .line(
                        1L,
                        "31/08/2026",
                        "240512",
                        "24051203",
                        "Hội Phụ nữ",
                        "0512007",
                        "Tổ 07",
                        "0012345678",
                        "Trần Thị Hoa",
                        "0087654321",
                        "Nguyễn Thị Lan",
                        "001199012345",
                        "Lê Văn Sơn",
                        "0912 345 678",
                        LOAN,
                        "OPEN",
                        "Hộ cận nghèo",
                        "Nuôi bò",
                        50_000_000L,
                        LocalDate.of(2025, 3, 5),
                        LocalDate.of(2030, 3, 5),
                        45_000_000L,
                        0L,
                        "",
                        0L,
                        "",
                        125_000L,
                        1_250_000L,
                        LocalDate.of(2026, 8, 12))
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.CREDIT_FILE_31);
        assertThat(roster.problems()).isEmpty();
        assertThat(roster.loans())
                .containsExactly(new LoanRow(
                        6,
                        LOAN,
                        "0087654321",
                        "Nguyễn Thị Lan",
                        "Lê Văn Sơn",
                        "*******678",
                        "0512007",
                        "Tổ 07",
                        "Trần Thị Hoa",
                        "12",
                        "Hội Phụ nữ",
                        "240512",
                        null,
                        "24051203",
                        null,
                        "19",
                        "Hộ cận nghèo",
                        "Nuôi bò",
                        50_000_000L,
                        LocalDate.of(2025, 3, 5),
                        LocalDate.of(2030, 3, 5),
                        45_000_000L,
                        0L,
                        null,
                        0L,
                        null,
                        125_000L,
                        1_250_000L,
                        LoanStatus.OPEN,
                        LocalDate.of(2026, 8, 12)));
        assertThat(roster.toString()).doesNotContain("001199012345").doesNotContain("345 678");
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void statement_whenItHasLoanCodeAndDisbursedAmount_isReport10(As as) {
        Roster roster = aRoster()
                .line("SAO KÊ CHI TIẾT")
                .line("Mã món vay", "Mã khách hàng", "Tên khách hàng", "Tổng dư nợ", "Số tiền giải ngân")
                .line(LOAN, "0087654321", "Nguyễn Thị Lan", 30_000_000L, 40_000_000L)
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.STATEMENT_10);
        assertThat(roster.columns()).contains(RosterColumn.LOAN_NUMBER);
        assertThat(roster.loans()).singleElement().satisfies(loan -> {
            assertThat(loan.loanNumber()).isEqualTo(LOAN);
            assertThat(loan.disbursedAmount()).isEqualTo(40_000_000L);
            assertThat(loan.outstanding()).isEqualTo(30_000_000L);
            assertThat(loan.status()).isEqualTo(LoanStatus.UNKNOWN);
            assertThat(loan.overdue()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void groupLeaders_whenTheyHaveNoLoanColumn_areReport12(As as) {
        Roster roster = aRoster()
                .line("Mã tổ", "Tên tổ", "Mã tổ trưởng", "Tên tổ trưởng", "Số điện thoại", "Số tổ viên", "Mã hội")
                .line("0512007", "Tổ 07", "0012345678", "Trần Thị Hoa", "0912345678", 43L, "12 - Hội Phụ nữ")
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.GROUP_LEADERS_12);
        assertThat(roster.loans()).isEmpty();
        assertThat(roster.groupLeaders())
                .containsExactly(new GroupLeaderRow(
                        2,
                        "0012345678",
                        "Trần Thị Hoa",
                        "*******678",
                        "0512007",
                        "Tổ 07",
                        "12",
                        null,
                        null,
                        null,
                        null,
                        null,
                        43L,
                        null));
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void loansWithoutTransaction_whenNoStatusColumn_areReport14(As as) {
        Roster roster = aRoster()
                .line("Số khế ước", "Mã KH", "Tổng dư nợ", "Số tiền giải ngân", "Ngày giao dịch gần nhất")
                .line(LOAN, "0087654321", 30_000_000L, 30_000_000L, LocalDate.of(2026, 2, 3))
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.INACTIVE_14);
        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.lastTransactionOn())
                .isEqualTo("2026-02-03"));
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void overdueLoans_whenTheDayOfTurningIsThere_areReport2(As as) {
        Roster roster = aRoster()
                .line("Số khế ước", "Tên KH", "Tổng dư nợ", "Dư nợ quá hạn", "Ngày chuyển quá hạn")
                .line(LOAN, "Nguyễn Thị Lan", 30_000_000L, 12_000_000L, LocalDate.of(2026, 7, 1))
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.OVERDUE_2);
        assertThat(roster.sums().overdue()).isEqualTo(12_000_000L);
        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.overdueSince())
                .isEqualTo("2026-07-01"));
    }

    @ParameterizedTest
    @EnumSource(As.class)
    void frozenLoans_whenTheEndOfFreezingIsThere_areReport13(As as) {
        Roster roster = aRoster()
                .line("Số khế ước", "Tên KH", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                .line(LOAN, "Nguyễn Thị Lan", 12_000_000L, LocalDate.of(2028, 7, 1))
                .read(folder, as);

        assertThat(roster.kind()).isEqualTo(RosterKind.FROZEN_13);
        assertThat(roster.sums().frozen()).isEqualTo(12_000_000L);
        assertThat(roster.loans()).singleElement().satisfies(loan -> assertThat(loan.frozenUntil())
                .isEqualTo("2028-07-01"));
    }
}
