package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that a record was typed in from a paper; who typed it is the record's own person, the scan is attached.
 *
 * @param madeOn the day on the paper
 * @param author who made and signed the paper, as it says
 * @param number the paper's own number
 */
public record PaperOrigin(
        @JsonProperty(value = "madeOn", required = true) LocalDate madeOn,
        @JsonProperty(value = "author", required = true) String author,
        @JsonProperty("number") @Nullable String number) {}
