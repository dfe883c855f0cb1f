package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document the plan rests on or replaces.
 *
 * @param text kind, number, date and issuer as printed
 * @param number absent where the plan replaces documents without naming them
 */
public record CitedDocument(
        @JsonProperty("text") String text,
        @JsonProperty("kind") @Nullable String kind,
        @JsonProperty("number") @Nullable String number,
        @JsonProperty("date") @Nullable LocalDate date,
        @JsonProperty("issuer") @Nullable String issuer) {}
