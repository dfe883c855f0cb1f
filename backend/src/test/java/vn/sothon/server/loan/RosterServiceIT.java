package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.SEPTEMBER;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.loan.RosterOutcome.Result;
import vn.sothon.server.loan.RosterTale.FeedRow;
import vn.sothon.server.loan.importer.GroupLeaderRow;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterKind;
import vn.sothon.server.loan.importer.RowValues;
import vn.sothon.server.platform.admin.AdminRefused;

class RosterServiceIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void roster_whenItNamesLoans_bringsThemWithGroupAndProgrammeAndWhatIsOwed(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));

        RosterOutcome outcome = tale.apply(creditFile(AUGUST, tale.loan(1), tale.freshLoan(2)));

        assertThat(outcome.result()).isEqualTo(Result.APPLIED);
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.checksOwed()).isEqualTo(1);
        String id = LoanIds.of(tale.number(1)).toString();
        assertThat(tale.feed("loan"))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.village()).isEqualTo(tale.first);
                    assertThat(row.group()).isEqualTo(tale.group);
                    assertThat(row.data()).contains("\"borrowerName\":\"Borrower 1\"", "\"status\":\"OPEN\"");
                });
        assertThat(tale.feed("group")).singleElement().satisfies(row -> assertThat(row.data())
                .contains("\"association\":\"12\"", "Group 01"));
        assertThat(tale.feed("obligation")).singleElement().satisfies(row -> {
            assertThat(row.village()).isEqualTo(tale.first);
            assertThat(row.data()).contains("POST_DISBURSEMENT", "\"dueOn\":\"2026-09-19\"");
        });
        assertThat(tale.text("SELECT data FROM feed_row WHERE partition_code = 'VN' AND type = 'programme'"))
                .isEqualTo("{\"code\":\"01\",\"name\":\"Poor households\"}");
        assertThat(tale.number("SELECT COUNT(*) FROM roster_import WHERE id = ?", outcome.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void roster_whenImportedAgain_changesNothingAndSaysSo(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.freshLoan(2)));
        long before = tale.seq();

        RosterOutcome again = tale.apply(creditFile(AUGUST, tale.loan(1), tale.freshLoan(2)));

        assertThat(again.result()).isEqualTo(Result.UNCHANGED);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(tale.seq()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void roster_whenItsDayHasNotCome_isRefusedWithASentenceAndBlocksNoLaterOne(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        long before = tale.seq();

        assertThatThrownBy(() -> tale.apply(creditFile(LocalDate.of(2062, 8, 31), tale.loan(1))))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("PERIOD_IN_FUTURE");
                    assertThat(refused.getMessage()).contains("31/08/2062");
                });

        assertThat(tale.seq()).isEqualTo(before);
        assertThat(tale.apply(creditFile(AUGUST, tale.loan(1))).added()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void loan_whenOneOfItsFactsChanges_isToldAloneWithItsNextVersion(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2)));
        long before = tale.seq();

        RosterOutcome outcome = tale.apply(
                creditFile(SEPTEMBER, tale.loan(1), tale.loan(2).with(RosterColumn.OUTSTANDING, 35_000_000L)));

        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(tale.seq()).isEqualTo(before + 1);
        List<FeedRow> rows = tale.feed("loan");
        FeedRow last = rows.get(rows.size() - 1);
        assertThat(last.version()).isEqualTo(2);
        assertThat(last.data()).contains("35000000", "\"rosterPeriod\":\"2026-09-30\"");
        assertThat(tale.number(
                        "SELECT COUNT(*) FROM loan WHERE commune_code = ? AND roster_period = ?",
                        tale.commune,
                        SEPTEMBER))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void loan_whenOnlyWhatPhonesDoNotShowChanges_isStoredWithoutTroublingThem(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        long before = tale.seq();

        RosterOutcome outcome =
                tale.apply(creditFile(SEPTEMBER, tale.loan(1).with(RosterColumn.INTEREST_ARREARS, 120_000L)));

        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(tale.seq()).isEqualTo(before);
        assertThat(tale.number("SELECT interest_arrears FROM loan WHERE number = ?", tale.number(1)))
                .isEqualTo(120_000L);
    }

    @ParameterizedTest
    @EnumSource
    void loan_whenAFullRosterLacksIt_isClosedWithAReasonThatNamesTheCheckItOwes(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2), tale.freshLoan(3)));

        RosterOutcome outcome = tale.apply(creditFile(SEPTEMBER, tale.loan(1)));

        assertThat(outcome.closed())
                .containsExactlyInAnyOrder(
                        new RosterOutcome.Closed(tale.number(2), "GONE_FROM_FULL_ROSTER"),
                        new RosterOutcome.Closed(tale.number(3), "GONE_FROM_FULL_ROSTER_CHECK_OWED"));
        assertThat(outcome.problems())
                .extracting(RosterOutcome.Problem::code)
                .containsExactly("CLOSED_WITH_CHECK_OWED");
        assertThat(tale.feed("loan"))
                .filteredOn(row -> row.data().contains("CLOSED"))
                .hasSize(2)
                .allMatch(row -> !row.removed() && row.version() == 2);
        assertThat(tale.number("SELECT COUNT(*) FROM obligation WHERE loan_id = ?", LoanIds.of(tale.number(3))))
                .isEqualTo(1);
        assertThat(tale.apply(creditFile(SEPTEMBER, tale.loan(1))).result()).isEqualTo(Result.UNCHANGED);

        RosterOutcome back = tale.apply(creditFile(SEPTEMBER, tale.loan(1), tale.loan(2)));
        assertThat(back.changed()).isEqualTo(1);
        assertThat(tale.text("SELECT status FROM loan WHERE number = ?", tale.number(2)))
                .isEqualTo("OPEN");
    }

    @ParameterizedTest
    @EnumSource
    void loan_whenItMovesToAnotherVillage_isTakenFromTheOldWithWhatItOwesAndShownInTheNew(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2), tale.freshLoan(3)));
        String newGroup = tale.commune + "02";

        tale.apply(creditFile(
                SEPTEMBER,
                tale.loan(1),
                tale.loan(2),
                tale.freshLoan(3)
                        .with(RosterColumn.VILLAGE_CODE, tale.second)
                        .with(RosterColumn.GROUP_CODE, newGroup)));

        String id = LoanIds.of(tale.number(3)).toString();
        assertThat(tale.feed("loan"))
                .filteredOn(row -> row.id().equals(id))
                .extracting(FeedRow::village, FeedRow::group, FeedRow::removed, FeedRow::version)
                .containsExactlyInAnyOrder(
                        tuple(tale.first, tale.group, true, 1L), tuple(tale.second, newGroup, false, 2L));
        assertThat(tale.feed("obligation"))
                .extracting(FeedRow::village, FeedRow::removed)
                .containsExactlyInAnyOrder(tuple(tale.first, true), tuple(tale.second, false));
    }

    @ParameterizedTest
    @EnumSource
    void village_whenNobodyRegisteredIt_leavesTheLoanWithItsGroupsVillageAndIsReportedOnce(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));

        RosterOutcome outcome = tale.apply(creditFile(
                AUGUST,
                tale.loan(1),
                tale.loan(2).with(RosterColumn.VILLAGE_CODE, "00000009"),
                tale.loan(3).with(RosterColumn.VILLAGE_CODE, "00000009").with(RosterColumn.GROUP_CODE, "0000009")));

        assertThat(outcome.added()).isEqualTo(3);
        assertThat(outcome.problems())
                .containsExactly(new RosterOutcome.Problem(7, 2, null, "VILLAGE_UNKNOWN", "00000009"));
        assertThat(tale.text("SELECT village_code FROM loan WHERE number = ?", tale.number(2)))
                .isEqualTo(tale.first);
        assertThat(tale.text("SELECT village_code FROM loan WHERE number = ?", tale.number(3)))
                .isEqualTo("null");
        assertThat(tale.feed("loan")).extracting(FeedRow::village).contains("null");
    }

    @ParameterizedTest
    @EnumSource
    void commune_whenTheBankCallsItOtherwise_isLearnedFromTheVillagesOrGivenByThePerson(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        RowValues bankCode =
                tale.loan(2).with(RosterColumn.COMMUNE_CODE, "240512").with(RosterColumn.VILLAGE_CODE, null);
        RowValues elsewhere = tale.loan(3)
                .with(RosterColumn.COMMUNE_CODE, "240599")
                .with(RosterColumn.VILLAGE_CODE, null)
                .with(RosterColumn.GROUP_CODE, null);

        RosterOutcome outcome = tale.apply(
                creditFile(AUGUST, tale.loan(1).with(RosterColumn.COMMUNE_CODE, "240512"), bankCode, elsewhere));

        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.leftOut()).isEqualTo(1);
        assertThat(outcome.problems())
                .containsExactly(new RosterOutcome.Problem(8, 1, null, "COMMUNE_UNKNOWN", "240599"));
        assertThat(tale.text("SELECT commune_code FROM loan WHERE number = ?", tale.number(2)))
                .isEqualTo(tale.commune);
        assertThat(tale.apply(creditFile(AUGUST, elsewhere), tale.commune).added())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void inactiveLoans_whenReported_oweACheckUntilSomethingIsPaid(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2).with(RosterColumn.PROGRAMME_CODE, "02")));
        Set<RosterColumn> columns = EnumSet.of(RosterColumn.LOAN_NUMBER, RosterColumn.LAST_TRANSACTION_ON);
        LocalDate may = LocalDate.parse("2026-05-10");
        List<RowValues> quiet = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            quiet.add(new RowValues()
                    .with(RosterColumn.LOAN_NUMBER, tale.number(number))
                    .with(RosterColumn.LAST_TRANSACTION_ON, may));
        }

        RosterOutcome outcome = tale.apply(RosterTale.roster(RosterKind.INACTIVE_14, columns, SEPTEMBER, quiet));

        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(outcome.checksOwed()).as("students may be quiet").isEqualTo(1);
        assertThat(outcome.problems())
                .containsExactly(new RosterOutcome.Problem(8, 1, null, "LOAN_UNKNOWN", tale.number(3)));
        assertThat(tale.feed("obligation")).singleElement().satisfies(row -> assertThat(row.data())
                .contains("INACTIVE", "\"dueOn\":\"2026-10-30\""));

        tale.apply(creditFile(SEPTEMBER, tale.loan(1).with(RosterColumn.LAST_TRANSACTION_ON, SEPTEMBER), tale.loan(2)));
        assertThat(tale.feed("obligation")).singleElement().satisfies(row -> assertThat(row.removed())
                .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void leaders_whenListed_areNamedInTheirGroups(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        GroupLeaderRow known = leader(6, tale.group, "Leader One", tale.commune);
        GroupLeaderRow other = leader(7, tale.commune + "09", "Leader Nine", tale.commune);
        GroupLeaderRow nowhere = leader(8, "1234567", "Leader Nowhere", null);

        RosterOutcome outcome = tale.apply(RosterTale.leaders(AUGUST, known, other, nowhere));

        assertThat(outcome.groupsChanged()).isEqualTo(1);
        assertThat(outcome.groupsAdded()).isEqualTo(1);
        assertThat(outcome.problems()).extracting(RosterOutcome.Problem::row).containsExactly(8);
        assertThat(tale.feed("group"))
                .filteredOn(row -> row.id().equals(tale.group))
                .singleElement()
                .satisfies(row -> assertThat(row.data()).contains("Leader One", tale.first));
        assertThat(tale.apply(RosterTale.leaders(AUGUST, known, other)).result())
                .isEqualTo(Result.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void olderRoster_whenANewerOneWasApplied_changesNothing(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        tale.apply(creditFile(SEPTEMBER, tale.loan(1)));
        long before = tale.seq();

        RosterOutcome outcome =
                tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OUTSTANDING, 1L), tale.loan(2)));

        assertThat(outcome.leftOut()).isEqualTo(2);
        assertThat(outcome.problems())
                .containsExactly(new RosterOutcome.Problem(6, 2, null, "OLDER_THAN_KNOWN", "2026-09-30"));
        assertThat(tale.seq()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void fullRoster_whenItNamesOneStrayLoanOfACommune_doesNotCloseTheOthers(Engine engine) {
        RosterTale tale = new RosterTale(servers.on(engine));
        List<RowValues> all = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            all.add(tale.loan(number));
        }
        tale.apply(creditFile(AUGUST, all.toArray(RowValues[]::new)));

        RosterOutcome outcome = tale.apply(creditFile(SEPTEMBER, tale.loan(1)));

        assertThat(outcome.closed()).isEmpty();
        assertThat(outcome.problems())
                .extracting(RosterOutcome.Problem::code, RosterOutcome.Problem::text)
                .containsExactly(tuple("MOST_LOANS_MISSING", tale.commune + ": 29 / 30"));
    }

    private static GroupLeaderRow leader(int row, String group, String name, @Nullable String commune) {
        return new GroupLeaderRow(
                row, "0000000001", name, null, group, null, null, null, commune, null, null, null, null, null);
    }
}
