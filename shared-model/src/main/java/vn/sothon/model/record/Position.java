package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** Where the phone was: WGS 84 degrees, and how sure it was in metres. */
public record Position(
        @JsonProperty(value = "latitude", required = true) BigDecimal latitude,
        @JsonProperty(value = "longitude", required = true) BigDecimal longitude,
        @JsonProperty(value = "accuracyMetres", required = true) int accuracyMetres) {}
