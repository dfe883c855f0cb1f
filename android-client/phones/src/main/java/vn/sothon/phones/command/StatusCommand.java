package vn.sothon.phones.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.sync.ReceiptBook.Contradiction;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.TieView;

@Command(name = "status", description = "How each record stands, as the person would see it.")
final class StatusCommand extends PhoneSubcommand {
    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    /** The whole state. */
    private record Status(
            @JsonProperty("person") String person,
            @JsonProperty("server") String server,
            @JsonProperty("revoked") boolean revoked,
            @JsonProperty("drafts") int drafts,
            @JsonProperty("waiting") int waiting,
            @JsonProperty("photosToSend") int photosToSend,
            @JsonProperty("contradictions") int contradictions,
            @JsonProperty("records") List<Line> records) {}

    /** One record. */
    private record Line(
            @JsonProperty("id") UUID id,
            @JsonProperty("kind") RecordKind kind,
            @JsonProperty("hash") String hash,
            @JsonProperty("sealedAt") Instant sealedAt,
            @JsonProperty("state") RecordState state,
            @JsonProperty("sends") int sends,
            @JsonProperty("stuck") boolean stuck,
            @JsonProperty("photosMissing") int photosMissing,
            @JsonProperty("corrects") @Nullable UUID corrects,
            @JsonProperty("waitsFor") @Nullable String waitsFor,
            @JsonProperty("notes") List<String> notes,
            @JsonProperty("problems") List<Problem> problems,
            @JsonProperty("tie") @Nullable TieView tie) {}

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        Status status = status(phone);
        if (json) {
            out.println(Json.write(status));
        } else {
            print(status, phone.store().receipts().contradictions(), out);
        }
        return 0;
    }

    private static Status status(OpenPhone phone) {
        Set<UUID> stuck = new HashSet<>(phone.store().outbox().stuck());
        List<Line> lines = new ArrayList<>();
        for (BookedRecord record : phone.store().book().all()) {
            lines.add(line(phone, record, stuck));
        }
        return new Status(
                phone.session().person().name(),
                phone.session().serverUrl(),
                phone.session().revoked(),
                phone.store().drafts().all().size(),
                phone.store().outbox().size(),
                phone.store().uploads().size(),
                phone.store().receipts().contradictions().size(),
                lines);
    }

    private static Line line(OpenPhone phone, BookedRecord record, Set<UUID> stuck) {
        Result answer = record.answer();
        return new Line(
                record.id(),
                record.kind(),
                record.hash(),
                record.sealedAt(),
                phone.phone().engine().stateOf(record),
                record.sends(),
                stuck.contains(record.id()),
                record.missing(),
                record.corrects(),
                answer == null ? null : answer.waitsFor(),
                answer == null ? List.of() : answer.notes(),
                answer == null ? List.of() : answer.problems(),
                answer == null ? null : answer.tie());
    }

    private static void print(Status status, List<Contradiction> contradictions, PrintWriter out) {
        out.println(status.person() + " at " + status.server() + (status.revoked() ? " (revoked)" : ""));
        out.println(status.drafts() + " drafts, " + status.waiting() + " records and " + status.photosToSend()
                + " photos to send");
        for (Contradiction c : contradictions) {
            out.println("the log of " + c.partition() + " was told differently at " + c.n() + ": " + c.head() + " and "
                    + c.otherHead());
        }
        for (Line line : status.records()) {
            out.println(line.id() + " " + line.kind() + " " + line.state()
                    + (line.photosMissing() > 0 ? ", " + line.photosMissing() + " photos missing" : "")
                    + (line.waitsFor() == null ? "" : ", waits for " + line.waitsFor())
                    + (line.stuck() ? ", could not be sent so far" : "")
                    + (line.notes().isEmpty() ? "" : " " + line.notes())
                    + (line.tie() == null ? "" : " -> task " + line.tie().taskCode()));
            if (line.tie() != null) {
                out.println("    " + Sealing.SENTENCES.say(line.tie().reason()));
            }
            for (Problem problem : line.problems()) {
                out.println("    " + problem.field() + ": " + problem.code());
            }
        }
    }
}
