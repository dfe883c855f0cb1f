package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.CheckSheet.Share;
import vn.sothon.model.record.CheckSheet.Total;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.SeenLoan;

class SheetRulesTest {
    @Test
    void total_whenOneLoanIsInNoRoster_countsWhatWasReallyReceived() {
        List<SheetRules.Row> rows = List.of(row(50_000_000L, 50_000_000, 0), row(null, 20_000_000, 5_000_000));

        assertThat(SheetRules.total(rows))
                .isEqualTo(new Total(2, 70_000_000, 0, 70_000_000, 0, 65_000_000, 5_000_000, 0));
        assertThat(SheetRules.proper(rows)).isEqualTo(new Share(1, 65_000_000));
        assertThat(SheetRules.misused(rows)).isEqualTo(new Share(1, 5_000_000));
    }

    private static SheetRules.Row row(@Nullable Long disbursed, long received, long misused) {
        return new SheetRules.Row(
                new SeenLoan(null, null, disbursed, null, null, null, null, null),
                new LoanUseCheck(
                        VisitKind.SCHEDULED,
                        Outcome.CHECKED,
                        null,
                        null,
                        List.of(),
                        null,
                        received,
                        null,
                        "used",
                        received - misused,
                        misused,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()));
    }
}
