package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.TieView.Reason;

/** {@code POST /api/v1/sync/push}: what is asked and what is answered. */
public final class Push {
    /** Most items of one call. */
    public static final int MAX_ITEMS = 200;
    /** Most bytes of one call, inflated. */
    public static final int MAX_BYTES = 1 << 20;
    /** Where inflating stops. */
    public static final int MAX_INFLATED = 2 << 20;
    /** Most bytes of head and body together. */
    public static final int MAX_ITEM_BYTES = 64 << 10;

    private Push() {}

    public record Request(@JsonProperty(value = "items", required = true) List<JsonNode> items) {
        public Request {
            items = List.copyOf(items);
        }
    }

    /**
     * The answer to a push.
     *
     * @param results one per item, in the order of the request
     * @param receipts where each touched log stood after the call
     */
    public record Answer(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "epoch", required = true) long epoch,
            @JsonProperty(value = "serverTime", required = true) Instant serverTime,
            @JsonProperty(value = "results", required = true) List<Result> results,
            @JsonProperty("receipts") List<Receipt> receipts) {
        public Answer {
            results = List.copyOf(results);
            receipts = receipts == null ? List.of() : List.copyOf(receipts);
        }
    }

    public enum Verdict {
        ACCEPTED,
        DUPLICATE,
        HELD,
        REJECTED,
        RETRY
    }

    /**
     * The verdict on one item.
     *
     * @param id absent where the item is so broken that it has none
     * @param status with DUPLICATE: the present state, ACCEPTED or HELD
     * @param missing hashes of attachments the server does not have yet
     * @param untied why no task was found; only where {@code tie} is absent
     * @param waitsFor with HELD: what for, e.g. {@code ORIGINAL}, {@code GRANT}, {@code REVOKED}
     * @param problems with REJECTED
     * @param code with RETRY: why
     * @param after with RETRY: seconds to wait
     */
    public record Result(
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty(value = "verdict", required = true) Verdict verdict,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("notes") List<String> notes,
            @JsonProperty("missing") List<String> missing,
            @JsonProperty("tie") @Nullable TieView tie,
            @JsonProperty("untied") @Nullable Reason untied,
            @JsonProperty("waitsFor") @Nullable String waitsFor,
            @JsonProperty("problems") List<Problem> problems,
            @JsonProperty("code") @Nullable String code,
            @JsonProperty("after") @Nullable Integer after) {
        public Result {
            notes = notes == null ? List.of() : List.copyOf(notes);
            missing = missing == null ? List.of() : List.copyOf(missing);
            problems = problems == null ? List.of() : List.copyOf(problems);
        }

        public static Result rejected(@Nullable UUID id, List<Problem> problems) {
            return new Result(id, Verdict.REJECTED, null, List.of(), List.of(), null, null, null, problems, null, null);
        }

        public static Result retry(@Nullable UUID id, String code, int afterSeconds) {
            return new Result(
                    id, Verdict.RETRY, null, List.of(), List.of(), null, null, null, List.of(), code, afterSeconds);
        }
    }

    /** What is wrong with which field: a path into the body or head, empty for the whole item. */
    public record Problem(
            @JsonProperty(value = "field", required = true) String field,
            @JsonProperty(value = "code", required = true) String code) {}

    /** Where the log of a commune stood: entry {@code n} with this head. A phone keeps the newest and shows it. */
    public record Receipt(
            @JsonProperty(value = "partition", required = true) String partition,
            @JsonProperty(value = "n", required = true) long n,
            @JsonProperty(value = "head", required = true) String head) {}
}
