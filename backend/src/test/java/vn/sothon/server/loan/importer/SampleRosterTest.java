package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRosterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);
    private final SampleCommune commune = SampleCommune.invent("23551", "Xã Mẫu", 3, 12, 7);
    private final SampleRoster sample = SampleRoster.invent(commune, 400, 7, TODAY);

    @TempDir
    Path folder;

    @Test
    void sample_whenWrittenAndReadBack_isTheSame() throws IOException {
        Path xlsx = folder.resolve("sample.xlsx");
        Path csv = folder.resolve("sample.csv");
        sample.writeXlsx(xlsx);
        sample.writeCsv(csv);

        for (Path file : List.of(xlsx, csv)) {
            Roster roster = new RosterReader().read(file);
            assertThat(roster.kind()).isEqualTo(RosterKind.CREDIT_FILE_31);
            assertThat(roster.period()).isEqualTo(TODAY);
            assertThat(roster.problems()).isEmpty();
            assertThat(roster.loans())
                    .extracting(loan -> loan.values().asMap())
                    .isEqualTo(sample.loans().stream()
                            .map(loan -> loan.values().asMap())
                            .toList());
        }
    }

    @Test
    void groupLeaders_whenWrittenAndReadBack_areTheSame() throws IOException {
        Path xlsx = folder.resolve("leaders.xlsx");
        Path csv = folder.resolve("leaders.csv");
        sample.writeGroupLeadersXlsx(xlsx);
        sample.writeGroupLeadersCsv(csv);

        for (Path file : List.of(xlsx, csv)) {
            Roster roster = new RosterReader().read(file);
            assertThat(roster.kind()).isEqualTo(RosterKind.GROUP_LEADERS_12);
            assertThat(roster.period()).isEqualTo(TODAY);
            assertThat(roster.groupLeaders())
                    .extracting(GroupLeaderRow::groupCode, GroupLeaderRow::leaderName)
                    .containsExactlyElementsOf(commune.groups().stream()
                            .map(group -> tuple(group.code(), group.leaderName()))
                            .toList());
        }
    }

    @Test
    void sample_isPlausible() {
        assertThat(new HashSet<>(
                        sample.loans().stream().map(LoanRow::loanNumber).toList()))
                .hasSize(400)
                .allMatch(number -> number.matches("6600\\d{12}"));
        assertThat(sample.loans())
                .allSatisfy(loan -> {
                    long disbursed = loan.values().moneyOrZero(RosterColumn.DISBURSED_AMOUNT);
                    assertThat(disbursed).isPositive();
                    assertThat(disbursed % 1_000_000).isZero();
                    assertThat(loan.outstanding()).isBetween(0L, disbursed);
                    assertThat(loan.disbursedOn()).isBetween(TODAY.minusYears(3), TODAY);
                })
                .extracting(LoanRow::programmeCode)
                .contains("01", "02", "03", "06", "12", "19");
        assertThat(sample.loans().stream()
                        .filter(loan -> TODAY.minusDays(30).isBefore(loan.disbursedOn()))
                        .count())
                .isGreaterThan(30);
        assertThat(sample.loans().stream()
                        .filter(loan -> TODAY.minusDays(30).isBefore(loan.disbursedOn()))
                        .map(LoanRow::groupCode)
                        .distinct())
                .hasSize(commune.groups().size());
        assertThat(commune.groups())
                .extracting(SampleCommune.Group::associationCode)
                .contains("11", "12", "13", "14");
    }

    @Test
    void sample_withTheSameSeed_isTheSame() {
        assertThat(SampleRoster.invent(commune, 400, 7, TODAY)).isEqualTo(sample);
        assertThat(SampleRoster.invent(commune, 400, 8, TODAY)).isNotEqualTo(sample);
    }
}
