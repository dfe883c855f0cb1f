package vn.sothon.server.console.records;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Position;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.TieView;
import vn.sothon.server.access.Scope;
import vn.sothon.server.console.records.RecordFields.Part;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.tie.RecordTie;
import vn.sothon.server.tie.TieService;

/** Opens a record's bytes for reading, if it lies in the reader's scope. */
@Singleton
class OpenedRecords {
    private final TransactionOperations<Connection> transactions;
    private final RecordLines lines;
    private final RecordStore records;
    private final RecordFields fields;
    private final TieService ties;
    private final PlanTaskLookup tasks;
    private final AreaLookup areas;
    private final BlobStore files;

    OpenedRecords(
            TransactionOperations<Connection> transactions,
            RecordLines lines,
            RecordStore records,
            RecordFields fields,
            TieService ties,
            PlanTaskLookup tasks,
            AreaLookup areas,
            BlobStore files) {
        this.transactions = transactions;
        this.lines = lines;
        this.records = records;
        this.fields = fields;
        this.ties = ties;
        this.tasks = tasks;
        this.areas = areas;
        this.files = files;
    }

    /**
     * A record, opened.
     *
     * @param parts its fields, in the order of the paper
     * @param reason why it is tied or not, as a sentence; absent where no tie is looked for
     * @param others further tasks that would have fitted
     * @param history all records of its line, if there is more than this one
     */
    public record Opened(
            RecordLine line,
            StoredRecord stored,
            String place,
            List<Part> parts,
            List<AttachmentRef> attachments,
            List<String> here,
            List<String> notes,
            @Nullable Position position,
            @Nullable TieView tie,
            @Nullable String reason,
            List<String> others,
            List<RecordLine> history,
            RecordLines.@Nullable Proof proof) {

        public boolean has(String sha256) {
            return here.contains(sha256);
        }
    }

    Optional<Opened> open(Scope scope, UUID id, Locale locale) {
        return lines.find(scope, id)
                .map(line -> transactions.executeRead(status -> open(status.getConnection(), scope, line, locale)));
    }

    private Opened open(Connection connection, Scope scope, RecordLine line, Locale locale) throws SQLException {
        StoredRecord stored = records.find(connection, line.id()).orElseThrow();
        ReadItem item = ReadItem.trusted(records.sealed(connection, line.id()));
        RecordTie tie = ties.of(connection, line.id()).orElse(null);
        TieView view = tie == null ? null : tie.tie();
        List<RecordLine> history = lines.line(scope, stored.originalId());
        return new Opened(
                line,
                stored,
                placeOf(line),
                fields.of(item, locale),
                item.body().attachments(),
                item.body().attachments().stream()
                        .map(AttachmentRef::sha256)
                        .filter(files::holds)
                        .toList(),
                records.notes(connection, line.id()),
                item.body().position(),
                view,
                tie == null ? null : ReasonSentences.in(locale).say(tie.reason()),
                view == null ? List.of() : titles(connection, view.others()),
                history.size() > 1 ? history : List.of(),
                lines.proof(line.communeCode(), line.id()).orElse(null));
    }

    private List<String> titles(Connection connection, List<UUID> ids) throws SQLException {
        List<String> titles = new ArrayList<>();
        for (UUID id : ids) {
            tasks.find(connection, id).ifPresent(task -> titles.add(task.key() + "  " + task.content()));
        }
        return titles;
    }

    private String placeOf(RecordLine line) {
        String code = line.villageCode() == null ? line.communeCode() : line.villageCode();
        return areas.find(code).map(Area::name).orElse(code);
    }
}
