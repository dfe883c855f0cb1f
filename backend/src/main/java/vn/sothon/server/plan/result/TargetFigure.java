package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Seals;

/**
 * Which figure a target came to in a period, as somebody entered it; corrected like a result.
 *
 * @param period {@code 2026}, {@code 2026-Q3} or {@code 2026-09}
 * @param figure in the target's own unit
 */
public record TargetFigure(
        @JsonProperty("id") UUID id,
        @JsonProperty("planLine") UUID planLine,
        @JsonProperty("targetId") UUID targetId,
        @JsonProperty("areaCode") String areaCode,
        @JsonProperty("period") String period,
        @JsonProperty("figure") BigDecimal figure,
        @JsonProperty("documentNumber") @Nullable String documentNumber,
        @JsonProperty("personId") UUID personId,
        @JsonProperty("corrects") @Nullable UUID corrects,
        @JsonProperty("originalId") UUID originalId,
        @JsonProperty("head") boolean head,
        @JsonProperty("counts") boolean counts,
        @JsonProperty("enteredAt") Instant enteredAt) {

    /** What the log pins: all that was entered, whatever became of it later. */
    public String hash() {
        return Seals.sha256(Json.write(new TargetFigure(
                id,
                planLine,
                targetId,
                areaCode,
                period,
                figure,
                documentNumber,
                personId,
                corrects,
                originalId,
                true,
                counts,
                enteredAt)));
    }
}
