package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.SeenLoan;

/**
 * The body of a sealed item: everything personal.
 *
 * @param salt 128 random bits in hex, so that nobody can guess a body from its hash
 * @param loanNumber the number on the papers, where no roster knew the loan
 * @param planTaskId the task the person chose on the phone
 * @param reason why, in a correction
 * @param paper says that it was typed in from a paper
 */
public record ItemBody(
        @JsonProperty(value = "salt", required = true) String salt,
        @JsonProperty("groupCode") @Nullable String groupCode,
        @JsonProperty("loanId") @Nullable UUID loanId,
        @JsonProperty("loanNumber") @Nullable String loanNumber,
        @JsonProperty("position") @Nullable Position position,
        @JsonProperty("planTaskId") @Nullable UUID planTaskId,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("seen") @Nullable SeenLoan seen,
        @JsonProperty("attachments") List<AttachmentRef> attachments,
        @JsonProperty("paper") @Nullable PaperOrigin paper,
        @JsonProperty(value = "payload", required = true) JsonNode payload) {

    public ItemBody {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** What a phone seals: found on the spot. */
    public ItemBody(
            String salt,
            @Nullable String groupCode,
            @Nullable UUID loanId,
            @Nullable String loanNumber,
            @Nullable Position position,
            @Nullable UUID planTaskId,
            @Nullable String reason,
            @Nullable SeenLoan seen,
            List<AttachmentRef> attachments,
            JsonNode payload) {
        this(salt, groupCode, loanId, loanNumber, position, planTaskId, reason, seen, attachments, null, payload);
    }
}
