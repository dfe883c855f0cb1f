package vn.sothon.server.console.recommendations;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.access.Scope;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Formats;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.loan.InScope;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.record.NotAbout;
import vn.sothon.server.record.RecordStore;

/** What shows that a recommendation was followed: a file, or a later record of the same place. */
@Singleton
class Evidence {
    private static final int MOST = 30;

    private final TransactionOperations<Connection> transactions;
    private final RecordStore records;
    private final BlobStore files;
    private final Texts texts;

    Evidence(TransactionOperations<Connection> transactions, RecordStore records, BlobStore files, Texts texts) {
        this.transactions = transactions;
        this.records = records;
        this.files = files;
        this.texts = texts;
    }

    /**
     * How one was closed.
     *
     * @param here hashes of the files that have arrived
     */
    public record Closing(String note, List<UUID> records, List<AttachmentRef> attachments, List<String> here) {}

    @Nullable
    Closing of(RecommendationLine line) {
        UUID act = line.actId();
        if (act == null) {
            return null;
        }
        return transactions.executeRead(status -> {
            ReadItem item = ReadItem.trusted(records.sealed(status.getConnection(), act));
            if (!(item.payload() instanceof Act.CloseRecommendation close)) {
                return null;
            }
            List<AttachmentRef> attached = item.body().attachments();
            return new Closing(
                    close.note(),
                    close.evidence(),
                    attached,
                    attached.stream()
                            .map(AttachmentRef::sha256)
                            .filter(files::holds)
                            .toList());
        });
    }

    /** Later records of the same group, else of the same village or commune. */
    List<Choice> later(Scope scope, RecommendationLine line, Locale locale) {
        InScope seen = InScope.of(scope, "commune_code", "village_code", "group_code");
        NotAbout others = NotAbout.of(scope, "console_record.id");
        String column =
                line.groupCode() != null ? "group_code" : line.villageCode() != null ? "village_code" : "commune_code";
        String code = line.groupCode() != null
                ? line.groupCode()
                : line.villageCode() != null ? line.villageCode() : line.communeCode();
        Formats formats = new Formats(locale);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, "recommendations.no-record")));
        choices.addAll(transactions.<List<Choice>>executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT id, kind, borrower_name, author_name, effective_at FROM console_record WHERE is_head = 1"
                        + " AND status = 'ACCEPTED' AND kind IN ('LOAN_USE_CHECK', 'CHECK_SHEET', 'MONITORING_MINUTES')"
                        + " AND " + column + " = ? AND effective_at > ? AND id <> ? AND " + seen.sql() + others.sql()
                        + " ORDER BY effective_at DESC, id LIMIT " + MOST,
                row -> {
                    String borrower = row.getString("borrower_name");
                    return new Choice(
                            row.getString("id"),
                            formats.time(Instant.ofEpochMilli(row.getLong("effective_at"))) + " \u00b7 "
                                    + texts.say(locale, "records.kind." + row.getString("kind"))
                                    + (borrower == null ? "" : " \u00b7 " + borrower) + " \u00b7 "
                                    + row.getString("author_name"));
                },
                others.after(seen.after(code, line.madeAt().toEpochMilli(), line.recordId())))));
        return choices;
    }
}
