package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A row of type {@code phoneNumber}: where somebody in office is called. It stands apart from {@link Contact} because
 * fewer people see it.
 *
 * @param id the person's
 * @param number as it was registered
 */
public record PhoneNumber(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "number", required = true) String number) {}
