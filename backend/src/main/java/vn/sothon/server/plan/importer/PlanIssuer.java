package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;

/** Who issued the plan; absent where the document does not tell. */
public record PlanIssuer(
        @JsonProperty("name") @Nullable String name, @JsonProperty("level") @Nullable PlanLevel level) {}
