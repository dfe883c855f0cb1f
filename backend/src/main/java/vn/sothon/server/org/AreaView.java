package vn.sothon.server.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An area as the command line shows it. */
record AreaView(
        @JsonProperty("code") String code,
        @JsonProperty("kind") AreaKind kind,
        @JsonProperty("name") String name,
        @JsonProperty("parentCode") @Nullable String parentCode,
        @JsonProperty("successorCode") @Nullable String successorCode,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("to") @Nullable LocalDate to) {

    static AreaView of(Area area) {
        return new AreaView(
                area.code(), area.kind(), area.name(), area.parentCode(), area.successorCode(), area.from(), area.to());
    }
}
