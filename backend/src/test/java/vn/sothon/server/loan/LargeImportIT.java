package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterKind;
import vn.sothon.server.loan.importer.RowValues;

/** A transaction office's month. PostgreSQL stamps every row with its transaction, which tells what went together. */
class LargeImportIT {
    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    @Test
    void largeRoster_whenImported_writesNoMoreThan500RowsAtOnce() throws IOException {
        try (RunningServer server = Engine.POSTGRESQL.start(folder)) {
            RosterTale tale = new RosterTale(server);
            List<RowValues> rows = new ArrayList<>();
            for (int number = 1; number <= ROWS; number++) {
                rows.add(number % 10 == 0 ? tale.freshLoan(number) : tale.loan(number));
            }

            RosterOutcome outcome = tale.apply(RosterTale.roster(
                    RosterKind.CREDIT_FILE_31, EnumSet.allOf(RosterColumn.class), RosterTale.AUGUST, rows));

            assertThat(outcome.added()).isEqualTo(ROWS);
            assertThat(outcome.checksOwed()).isEqualTo(ROWS / 10);
            assertThat(tale.number("SELECT COUNT(*) FROM feed_row WHERE type = 'loan'"))
                    .isEqualTo(ROWS);
            assertThat(tale.number("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM feed_row GROUP BY xmin) AS works"))
                    .isBetween(400L, 500L);
        }
    }
}
