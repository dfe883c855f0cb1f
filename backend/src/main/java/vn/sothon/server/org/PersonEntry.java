package vn.sothon.server.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;

/** A person as the command line shows him or her: the phone number masked. */
record PersonEntry(
        @JsonProperty("id") UUID id,
        @JsonProperty("name") String name,
        @JsonProperty("phone") @Nullable String phone,
        @JsonProperty("grants") List<GrantEntry> grants) {

    private static final int SHOWN = 3;

    record GrantEntry(@JsonProperty("id") UUID id, @JsonProperty("grant") Grant grant) {}

    static PersonEntry of(Person person) {
        return new PersonEntry(
                person.id(),
                person.name(),
                masked(person.phone()),
                person.held().stream()
                        .map(held -> new GrantEntry(held.id(), held.grant()))
                        .toList());
    }

    private static @Nullable String masked(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        int hidden = Math.max(0, phone.length() - SHOWN);
        return "*".repeat(hidden) + phone.substring(hidden);
    }
}
