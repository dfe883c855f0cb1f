package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** Takes back a record sent by mistake; the record stays, and counts no more. */
public record Withdrawal(
        @JsonProperty(value = "recordId", required = true) UUID recordId,
        @JsonProperty(value = "reason", required = true) String reason)
        implements Payload {}
