package vn.sothon.server.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;

/** Somebody to be known from now on, with what is granted from the start. */
public record NewPerson(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty("phone") @Nullable String phone,
        @JsonProperty("grants") List<Grant> grants) {

    public NewPerson {
        grants = grants == null ? List.of() : List.copyOf(grants);
    }
}
