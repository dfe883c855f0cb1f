package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.ops.Verification;

/** Corrections and withdrawals: which record of a line speaks, and what follows it. */
class LinesIT {
    private static final int LONG = 3000;
    private static final int AT_ONCE = 150;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void chain_whenThousandsWaitedForItsRoot_isReleasedWhole(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        List<SealingPhone.Draft> drafts = new ArrayList<>();
        drafts.add(valley.check(1));
        while (drafts.size() <= LONG) {
            drafts.add(valley.correction(drafts.get(drafts.size() - 1)));
        }
        List<SealedItem> waiting = new ArrayList<>(drafts.subList(1, drafts.size()).stream()
                .map(valley.headOfFirst::seal)
                .toList());
        Collections.reverse(waiting);
        for (int from = 0; from < waiting.size(); from += AT_ONCE) {
            assertThat(valley.headOfFirst
                            .push(waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE))
                                    .toArray(SealedItem[]::new))
                            .results())
                    .allMatch(result -> result.verdict() == Verdict.HELD);
        }

        assertThat(valley.push(drafts.get(0)).verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(valley.push(drafts.get(LONG)).status()).isEqualTo("ACCEPTED");
        assertThat(valley.text(
                        "SELECT id FROM record WHERE is_head = 1 AND status = 'ACCEPTED' AND original_id = ?",
                        drafts.get(0).id))
                .isEqualTo(drafts.get(LONG).id.toString());
    }

    @ParameterizedTest
    @EnumSource
    void obligation_whenOneOfTwoChecksIsWithdrawn_isDoneByTheOther(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.first, valley.group));
        SealingPhone.Draft one = valley.check(1);
        SealingPhone.Draft other = valley.check(1);
        valley.push(one);
        valley.push(other);
        assertThat(valley.doneBy(1)).isEqualTo(one.id.toString());

        withdraw(valley, one.id);
        assertThat(valley.doneBy(1)).isEqualTo(other.id.toString());

        withdraw(valley, other.id);
        assertThat(valley.doneBy(1)).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource
    void obligation_whenTheCheckIsOlderThanTheDisbursement_staysOpen(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.first, valley.group));
        SealingPhone.Draft early = valley.check(1);
        early.wall = Instant.parse("2026-10-19T16:59:59Z");
        valley.push(early);
        assertThat(valley.doneBy(1)).isEqualTo("null");

        SealingPhone.Draft sameDay = valley.check(1);
        sameDay.wall = Instant.parse("2026-10-19T17:00:00Z");
        valley.push(sameDay);
        assertThat(valley.doneBy(1)).isEqualTo(sameDay.id.toString());

        withdraw(valley, sameDay.id);
        assertThat(valley.doneBy(1)).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawal_ofACorrection_makesWhatItCorrectedSpeakAgain(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        valley.roster(folder, valley.row(1, valley.first, valley.group));
        SealingPhone.Draft original = valley.check(1);
        SealingPhone.Draft mistaken = valley.correction(original);
        SealingPhone.Draft deeper = valley.correction(mistaken);
        valley.push(original);
        valley.push(mistaken);
        valley.push(deeper);
        assertThat(valley.doneBy(1)).isEqualTo(deeper.id.toString());

        withdraw(valley, mistaken.id);
        assertThat(valley.doneBy(1)).isEqualTo(deeper.id.toString());
        withdraw(valley, deeper.id);

        assertThat(valley.doneBy(1)).isEqualTo(original.id.toString());
        assertThat(valley.push(original).untied()).isNotNull();
        SealingPhone.Draft again = valley.correction(original);
        assertThat(valley.push(again).notes()).doesNotContain("FORK");
        assertThat(valley.doneBy(1)).isEqualTo(again.id.toString());
        assertThat(valley.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tie_whenAPersonMadeIt_staysWithTheLineThroughCorrectionAndWithdrawal(Engine engine) throws Exception {
        Valley valley = new Valley(servers.on(engine));
        SealingPhone.Draft original = valley.check(1);
        assertThat(reason(valley.push(original))).isNotEqualTo("TIED_BY_PERSON");
        assertThat(retie(valley, original.id, 7)).containsExactly("NO_EFFECT");
        assertThat(retie(valley, original.id, 1)).isEmpty();

        SealingPhone.Draft correction = valley.correction(original);
        assertThat(reason(valley.push(correction))).isEqualTo("TIED_BY_PERSON");

        withdraw(valley, correction.id);
        assertThat(reason(valley.push(original))).isEqualTo("TIED_BY_PERSON");
        assertThat(valley.server.bean(Verification.class).run().faults()).isEmpty();
    }

    private static List<String> retie(Valley valley, UUID record, long basedOn) throws Exception {
        SealingPhone.Draft act = valley.chair.draft(ActingRole.COMMUNE_LEADER, valley.commune);
        act.kind = RecordKind.RETIE;
        act.payload = new Act.Retie(record, basedOn, null, "it fulfils none");
        return valley.push(valley.chair, act).notes();
    }

    private static String reason(Result result) {
        return result.untied() == null ? "" : result.untied().code();
    }

    private static void withdraw(Valley valley, UUID record) throws Exception {
        SealingPhone.Draft withdrawal = valley.headOfFirst.draft(ActingRole.VILLAGE_HEAD, valley.commune);
        withdrawal.kind = RecordKind.WITHDRAWAL;
        withdrawal.villageCode = valley.first;
        withdrawal.payload = new Withdrawal(record, "a mistake");
        assertThat(valley.push(withdrawal).verdict()).isEqualTo(Verdict.ACCEPTED);
    }
}
