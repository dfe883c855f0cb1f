package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.rule.SheetRules;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.record.StoredRecord.Status;

/**
 * Holds sheets 06/TD against the checks they name, in whatever order they come. What is found is a note: it comes and
 * goes with what stands, and the sheet itself counts either way.
 */
@Singleton
final class Sheets {
    /** A check it names was corrected or withdrawn since, or is another than the one it names. */
    private static final String OUTDATED = "SHEET_OUTDATED";

    /** All checks are here as named, and its figures are not theirs. */
    private static final String DIFFERS = "SHEET_DIFFERS";

    private final RecordStore store;

    Sheets(RecordStore store) {
        this.store = store;
    }

    /** A sheet counts from now on. */
    void closed(Connection connection, UUID id, CheckSheet sheet, Instant at) throws SQLException {
        for (CheckSheet.Row row : sheet.checks()) {
            store.sheetRow(connection, id, row.checkId());
        }
        look(connection, id, sheet, at);
    }

    /** A line of corrections stands otherwise than before: the sheets that now stand otherwise, with a new version. */
    List<StoredRecord> again(Connection connection, UUID original, Instant at) throws SQLException {
        List<StoredRecord> changed = new ArrayList<>();
        for (UUID id : store.sheetsOf(connection, original)) {
            CheckSheet sheet =
                    (CheckSheet) ReadItem.trusted(store.sealed(connection, id)).payload();
            if (look(connection, id, sheet, at)) {
                store.touch(connection, id);
                changed.add(store.find(connection, id).orElseThrow());
            }
        }
        return changed;
    }

    private boolean look(Connection connection, UUID id, CheckSheet sheet, Instant at) throws SQLException {
        Map<UUID, StoredRecord> here = store.find(
                connection, sheet.checks().stream().map(CheckSheet.Row::checkId).toList());
        boolean outdated = false;
        boolean asNamed = true;
        for (CheckSheet.Row row : sheet.checks()) {
            StoredRecord check = here.get(row.checkId());
            if (check == null) {
                asNamed = false;
            } else if (!check.hash().equals(row.hash())) {
                asNamed = false;
                outdated = true;
            } else {
                outdated |= check.status() == Status.WITHDRAWN || (check.status() == Status.ACCEPTED && !check.head());
            }
        }
        boolean differs = asNamed && !isTheirSum(connection, sheet);
        boolean changed = put(connection, id, OUTDATED, outdated, at);
        return put(connection, id, DIFFERS, differs, at) || changed;
    }

    private boolean isTheirSum(Connection connection, CheckSheet sheet) throws SQLException {
        Map<UUID, SealedItem> sealed = store.sealed(
                connection, sheet.checks().stream().map(CheckSheet.Row::checkId).toList());
        List<SheetRules.Row> rows = new ArrayList<>();
        for (SealedItem item : sealed.values()) {
            ReadItem read = ReadItem.trusted(item);
            if (!(read.payload() instanceof LoanUseCheck check)) {
                return false;
            }
            rows.add(new SheetRules.Row(Objects.requireNonNullElse(read.body().seen(), SeenLoan.NOTHING), check));
        }
        // What was erased can no longer be added up.
        return rows.size() < sheet.checks().size() || SheetRules.isSumOf(sheet, rows);
    }

    private boolean put(Connection connection, UUID id, String note, boolean holds, Instant at) throws SQLException {
        return holds ? store.note(connection, id, note, at) : store.forget(connection, id, note);
    }
}
