package vn.sothon.app.ui.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.data.sync.LastSync;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.BookedRecord;

/**
 * What the list of records shows.
 *
 * @param lines the newest first
 * @param visits to be closed with a sheet
 * @param drafts to be gone on with
 * @param unsent records the commune has not answered for
 * @param photos files still to be sent
 * @param last how the last attempt went
 */
record RecordsState(
        List<RecordLine> lines,
        List<OpenVisit> visits,
        List<OpenDraft> drafts,
        int unsent,
        int photos,
        @Nullable LastSync last) {

    /** The lines, the one a notification speaks of before all others. */
    List<RecordLine> lines(@Nullable String first) {
        List<RecordLine> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(line -> !line.id().toString().equals(first)));
        return ordered;
    }

    /** Reading takes a moment and is not for the main thread. */
    static RecordsState read(OpenProfile profile) {
        List<BookedRecord> records = profile.phone().store().book().all();
        Set<UUID> mended = new HashSet<>();
        for (BookedRecord record : records) {
            if (record.corrects() != null) {
                mended.add(record.corrects());
            }
        }
        List<RecordLine> lines = new ArrayList<>();
        for (BookedRecord record : records) {
            if (!record.kind().isAct()) {
                lines.add(RecordLine.of(record, mended.contains(record.id())));
            }
        }
        Collections.reverse(lines);
        Optional<LastSync> last = profile.diary().last();
        return new RecordsState(
                lines,
                OpenVisit.of(profile.phone(), records),
                OpenDraft.of(profile.phone()),
                profile.phone().store().outbox().size(),
                profile.phone().store().uploads().size(),
                last.orElse(null));
    }
}
