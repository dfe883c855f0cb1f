package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;

/** Whose word counts for which place, and who is shown what has none. */
class PlacesIT {
    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void loan_whenItsVillageAndGroupAreUnknown_isShownToThoseAloneWhoSeeTheWholeCommune(Engine engine)
            throws Exception {
        Valley valley = new Valley(servers.on(engine));

        valley.roster(folder, valley.row(1, "", ""), valley.row(2, valley.first, valley.group));

        String placeless = "loan " + valley.loan(1);
        assertThat(valley.shown(valley.chair)).containsKeys(placeless, "loan " + valley.loan(2));
        assertThat(valley.shown(valley.headOfFirst)).containsKey("loan " + valley.loan(2));
        for (SealingPhone phone : new SealingPhone[] {valley.headOfFirst, valley.headOfSecond, valley.leader}) {
            assertThat(valley.shown(phone)).doesNotContainKey(placeless);
            assertThat(valley.shown(phone).toString())
                    .doesNotContain(valley.loan(1).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void loan_whenItsVillageBecomesKnown_isGoneFromWhereItHadNone(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, "", ""));

        valley.roster(folder, valley.row(1, valley.first, valley.group));

        assertThat(valley.shown(valley.headOfFirst)).containsKey("loan " + valley.loan(1));
        assertThat(valley.text(
                        "SELECT COUNT(*) FROM feed_row WHERE removed = 0 AND id = ?",
                        valley.loan(1).toString()))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenVillageAndCommuneDoNotBelongTogether_isHeld(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        for (String commune : new String[] {valley.other, "99999", "VN", Valley.PROVINCE, valley.second}) {
            SealingPhone.Draft draft = unmatched(valley, 7);
            draft.communeCode = commune;

            assertThat(said(valley.push(draft))).as(commune).isEqualTo("HELD GRANT");
        }
        assertThat(said(valley.push(unmatched(valley, 7)))).isEqualTo("ACCEPTED null");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenTheLoanIsOfAnotherVillage_isHeldWhateverVillageItNames(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.second, ""), valley.row(2, valley.first, valley.group));

        assertThat(said(valley.push(valley.check(1)))).isEqualTo("HELD GRANT");
        assertThat(said(valley.push(valley.check(2)))).isEqualTo("ACCEPTED null");

        assertThat(valley.doneBy(1)).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenOneWhoAnswersForAllNamesAnotherVillage_isAcceptedWithANote(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.second, ""));
        SealingPhone.Draft draft = valley.check(1);
        draft.role = ActingRole.COMMUNE_LEADER;

        Result result = valley.push(valley.chair, draft);

        assertThat(said(result)).isEqualTo("ACCEPTED null");
        assertThat(result.notes()).contains("ROSTER_CHANGED");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenItsVillageHasBeenMerged_isAcceptedUnderEitherName(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        String whole = valley.commune + "009";
        AreaService areas = valley.server.bean(AreaService.class);
        areas.put(new NewArea(whole, AreaKind.VILLAGE, "Whole", valley.commune, LocalDate.of(2020, 1, 1)));
        valley.roster(folder, valley.row(1, valley.first, ""));
        areas.merge(valley.first, whole, LocalDate.of(2026, 11, 1));

        assertThat(said(valley.push(valley.check(1)))).isEqualTo("ACCEPTED null");
        valley.roster(folder, valley.row(2, whole, ""));
        assertThat(said(valley.push(valley.check(2)))).isEqualTo("ACCEPTED null");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenItsCommuneHasBeenMerged_isAccepted(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.server.bean(AreaService.class).merge(valley.commune, valley.other, LocalDate.of(2026, 11, 1));

        assertThat(valley.push(unmatched(valley, 1)).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource
    void check_whenAnotherPhoneBringsIt_isJudgedByTheOfficeOfWhoSealedIt(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        SealingPhone.Draft notHis = unmatched(valley, 1);
        notHis.role = ActingRole.VILLAGE_HEAD;

        Result carried = valley.headOfSecond
                .push(valley.headOfFirst.seal(unmatched(valley, 1)))
                .results()
                .get(0);
        Result lent = valley.headOfFirst
                .push(valley.headOfSecond.seal(notHis))
                .results()
                .get(0);

        assertThat(said(carried)).isEqualTo("ACCEPTED null");
        assertThat(said(lent)).isEqualTo("HELD GRANT");
    }

    @ParameterizedTest
    @EnumSource
    void check_whenMoreWasReceivedThanTheRosterPaidOut_isAcceptedWithANote(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.first, valley.group));
        SealingPhone.Draft known = valley.check(1);
        known.payload = SealingPhone.properCheck(60_000_000);
        SealingPhone.Draft unknown = unmatched(valley, 2);
        unknown.payload = SealingPhone.properCheck(60_000_000);

        assertThat(valley.push(known).notes()).containsExactly("MORE_THAN_DISBURSED");
        assertThat(valley.push(unknown).notes()).containsExactly("LOAN_UNMATCHED");
        valley.roster(folder, valley.row(1, valley.first, ""), valley.row(2, valley.first, ""));
        assertThat(valley.push(unknown).notes()).containsExactly("MORE_THAN_DISBURSED");
    }

    private static SealingPhone.Draft unmatched(Valley valley, int loan) {
        SealingPhone.Draft draft = valley.check(loan);
        draft.loanId = null;
        draft.loanNumber = valley.number(loan);
        return draft;
    }

    private static String said(Result result) {
        return result.verdict() + " " + result.waitsFor();
    }
}
