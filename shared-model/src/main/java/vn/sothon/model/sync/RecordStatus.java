package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.TieView.Reason;

/**
 * The row {@code recordStatus} of the feed: how a record stands now, for the phone that sent it. It says what a push of
 * the same item would be answered.
 *
 * @param id the record's id
 * @param status ACCEPTED or HELD
 * @param waitsFor with HELD: what for
 * @param missing hashes of attachments the server does not have yet
 * @param untied why no task was found; only where {@code tie} is absent
 */
public record RecordStatus(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "status", required = true) String status,
        @JsonProperty("waitsFor") @Nullable String waitsFor,
        @JsonProperty("notes") List<String> notes,
        @JsonProperty("missing") List<String> missing,
        @JsonProperty("tie") @Nullable TieView tie,
        @JsonProperty("untied") @Nullable Reason untied) {

    public RecordStatus {
        notes = notes == null ? List.of() : List.copyOf(notes);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }
}
