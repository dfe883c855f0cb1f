package vn.sothon.server.plan.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Seals;

/**
 * A report marked as sent.
 *
 * @param counts false: it takes back what was marked before
 */
public record DutyDone(
        @JsonProperty("id") UUID id,
        @JsonProperty("dutyId") UUID dutyId,
        @JsonProperty("sentOn") LocalDate sentOn,
        @JsonProperty("documentNumber") String documentNumber,
        @JsonProperty("personId") UUID personId,
        @JsonProperty("counts") boolean counts,
        @JsonProperty("enteredAt") Instant enteredAt) {

    /** What the log pins. */
    public String hash() {
        return Seals.sha256(Json.write(this));
    }
}
