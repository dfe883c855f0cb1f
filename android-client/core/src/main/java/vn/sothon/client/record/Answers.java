package vn.sothon.client.record;

import java.util.List;
import java.util.Optional;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.RecordStatus;

/** What an answer of the server makes of a record. */
final class Answers {
    private Answers() {}

    /** The state after a verdict that settles. */
    static RecordState stateOf(Result answer) {
        return switch (answer.verdict()) {
            case ACCEPTED -> RecordState.RECEIVED;
            case DUPLICATE -> "HELD".equals(answer.status()) ? RecordState.HELD : RecordState.RECEIVED;
            case HELD -> RecordState.HELD;
            case REJECTED -> RecordState.REJECTED;
            case RETRY -> throw new IllegalArgumentException("a RETRY settles nothing");
        };
    }

    /** Empty for a status this build does not know. */
    static Optional<RecordState> stateOf(RecordStatus status) {
        return switch (status.status()) {
            case "ACCEPTED" -> Optional.of(RecordState.RECEIVED);
            case "HELD" -> Optional.of(RecordState.HELD);
            default -> Optional.empty();
        };
    }

    /** A row of the feed says what a push of the same item would be answered. */
    static Result of(RecordStatus status) {
        return new Result(
                status.id(),
                Verdict.DUPLICATE,
                status.status(),
                status.notes(),
                status.missing(),
                status.tie(),
                status.untied(),
                status.waitsFor(),
                List.of(),
                null,
                null);
    }
}
