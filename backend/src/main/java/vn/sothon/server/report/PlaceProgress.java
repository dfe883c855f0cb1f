package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a village or a group is getting on; the name is its code where none is registered. */
public record PlaceProgress(
        @JsonProperty("code") String code,
        @JsonProperty("name") String name,
        @JsonProperty("figures") Figures figures) {}
