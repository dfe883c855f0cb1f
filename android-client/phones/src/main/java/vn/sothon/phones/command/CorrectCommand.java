package vn.sothon.phones.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Corrections;
import vn.sothon.client.record.Draft;

@Command(name = "correct", description = "Seal a correction of a record: a whole new record that names the old one.")
@SuppressWarnings("NullAway.Init")
final class CorrectCommand extends PhoneSubcommand {
    @Option(names = "--record", required = true, paramLabel = "ID")
    private UUID id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason;

    @Option(names = "--received", paramLabel = "N", description = "đồng really received")
    private @Nullable Long received;

    @Option(names = "--misused", paramLabel = "N", description = "đồng misused")
    private @Nullable Long misused;

    @Option(names = "--used-for", paramLabel = "TEXT")
    private @Nullable String usedFor;

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        BookedRecord record =
                phone.store().book().find(id).orElseThrow(() -> new NotUsable("no record " + id + " here"));
        Draft draft =
                Corrections.draft(phone.phone().newId(), phone.store().book().current(record), reason);
        ObjectNode payload = draft.payload().deepCopy();
        if (received != null || misused != null) {
            long whole =
                    received != null ? received : payload.path("reallyReceived").asLong();
            long wrong =
                    misused != null ? misused : payload.path("misusedAmount").asLong();
            payload.put("reallyReceived", whole);
            payload.put("misusedAmount", wrong);
            payload.put("properAmount", whole - wrong);
        }
        if (usedFor != null) {
            payload.put("usedFor", usedFor);
        }
        if (note != null) {
            payload.put("note", note);
        }
        return Sealing.seal(phone, draft.withPayload(payload), out);
    }
}
