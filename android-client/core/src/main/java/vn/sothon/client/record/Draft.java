package vn.sothon.client.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;

/**
 * A record being written. It may be incomplete, so the payload is a tree; only sealing asks for a whole form.
 *
 * @param id becomes the record's id, so that one draft cannot be sealed twice
 * @param planTaskId the task the person chose
 */
public record Draft(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "kind", required = true) RecordKind kind,
        @JsonProperty(value = "acting", required = true) Acting acting,
        @JsonProperty(value = "about", required = true) About about,
        @JsonProperty("correction") @Nullable Correction correction,
        @JsonProperty("planTaskId") @Nullable UUID planTaskId,
        @JsonProperty("position") @Nullable Position position,
        @JsonProperty("attachments") List<AttachmentRef> attachments,
        @JsonProperty(value = "payload", required = true) JsonNode payload) {

    /** In which office and where; {@code visitId} joins the checks of one visit. */
    public record Acting(
            @JsonProperty(value = "role", required = true) ActingRole role,
            @JsonProperty(value = "communeCode", required = true) String communeCode,
            @JsonProperty("villageCode") @Nullable String villageCode,
            @JsonProperty("visitId") @Nullable UUID visitId) {}

    /** Which group or loan; a loan is named by its id, or by the number on the papers where no roster knows it. */
    public record About(
            @JsonProperty("groupCode") @Nullable String groupCode,
            @JsonProperty("loanId") @Nullable UUID loanId,
            @JsonProperty("loanNumber") @Nullable String loanNumber,
            @JsonProperty("seen") @Nullable SeenLoan seen) {

        public static About nothing() {
            return new About(null, null, null, null);
        }

        public static About group(@Nullable String groupCode) {
            return new About(groupCode, null, null, null);
        }
    }

    public record Correction(
            @JsonProperty(value = "corrects", required = true) UUID corrects,
            @JsonProperty(value = "reason", required = true) String reason) {}

    public Draft {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    public static Draft of(UUID id, RecordKind kind, Acting acting, About about, Payload payload) {
        return new Draft(id, kind, acting, about, null, null, null, List.of(), Json.tree(payload));
    }

    public Draft withPayload(JsonNode other) {
        return new Draft(id, kind, acting, about, correction, planTaskId, position, attachments, other);
    }

    public Draft withTask(@Nullable UUID task) {
        return new Draft(id, kind, acting, about, correction, task, position, attachments, payload);
    }

    public Draft withPosition(@Nullable Position where) {
        return new Draft(id, kind, acting, about, correction, planTaskId, where, attachments, payload);
    }

    public Draft withAttachments(List<AttachmentRef> files) {
        return new Draft(id, kind, acting, about, correction, planTaskId, position, files, payload);
    }

    public Draft withPlace(Acting where, About what) {
        return new Draft(id, kind, where, what, correction, planTaskId, position, attachments, payload);
    }

    /** With one more file; the same file twice is one. */
    public Draft withAttachment(AttachmentRef file) {
        if (attachments.stream().anyMatch(a -> a.sha256().equals(file.sha256()))) {
            return this;
        }
        List<AttachmentRef> more = new ArrayList<>(attachments);
        more.add(file);
        return new Draft(id, kind, acting, about, correction, planTaskId, position, more, payload);
    }
}
