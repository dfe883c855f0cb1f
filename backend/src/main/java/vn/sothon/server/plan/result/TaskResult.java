package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Seals;

/**
 * What a task came to on a day, as somebody entered it. It is never changed: a correction is another result.
 *
 * @param planLine the plan over all its versions
 * @param areaCode the place it is reported for: of the plan, or of whoever entered it
 * @param file SHA-256 of a stored file
 * @param corrects the result it takes the place of
 * @param originalId the first of its line of corrections
 * @param head no other corrects it
 * @param counts false when it says that there was nothing after all
 */
public record TaskResult(
        @JsonProperty("id") UUID id,
        @JsonProperty("planLine") UUID planLine,
        @JsonProperty("taskId") UUID taskId,
        @JsonProperty("areaCode") String areaCode,
        @JsonProperty("doneOn") LocalDate doneOn,
        @JsonProperty("text") String text,
        @JsonProperty("documentNumber") @Nullable String documentNumber,
        @JsonProperty("file") @Nullable String file,
        @JsonProperty("personId") UUID personId,
        @JsonProperty("corrects") @Nullable UUID corrects,
        @JsonProperty("originalId") UUID originalId,
        @JsonProperty("head") boolean head,
        @JsonProperty("counts") boolean counts,
        @JsonProperty("enteredAt") Instant enteredAt) {

    /** What the log pins: all that was entered, whatever became of it later. */
    public String hash() {
        return Seals.sha256(Json.write(asEntered()));
    }

    private TaskResult asEntered() {
        return new TaskResult(
                id,
                planLine,
                taskId,
                areaCode,
                doneOn,
                text,
                documentNumber,
                file,
                personId,
                corrects,
                originalId,
                true,
                counts,
                enteredAt);
    }
}
