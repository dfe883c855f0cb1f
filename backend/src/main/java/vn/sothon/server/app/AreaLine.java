package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;

/** One area in one line. */
final class AreaLine {
    private AreaLine() {}

    static String of(JsonNode area) {
        StringBuilder line = new StringBuilder(String.format(
                "%-10s %-8s %s",
                area.path("code").asText(),
                area.path("kind").asText(),
                area.path("name").asText()));
        if (area.has("parentCode")) {
            line.append(", in ").append(area.path("parentCode").asText());
        }
        if (area.has("successorCode")) {
            line.append(", merged into ").append(area.path("successorCode").asText());
        }
        return line.toString();
    }
}
