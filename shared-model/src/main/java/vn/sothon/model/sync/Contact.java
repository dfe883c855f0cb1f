package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.sync.Enrolment.Grant;

/**
 * A row of type {@code person}: who holds which office in a commune.
 *
 * @param grants those in this commune that have not ended; one may begin later
 */
public record Contact(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty("grants") List<Grant> grants) {

    public Contact {
        grants = grants == null ? List.of() : List.copyOf(grants);
    }
}
