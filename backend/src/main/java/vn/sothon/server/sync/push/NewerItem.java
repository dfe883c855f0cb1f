package vn.sothon.server.sync.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.RecordKind;

/**
 * A head that a newer app may have written: it can hold fields and words this build does not know, which is no fault of
 * its own.
 *
 * @param id its id, where that can be read
 * @param code why it has to come again when the server is newer
 */
record NewerItem(@Nullable UUID id, String code) {

    /** Looks at a head that cannot be read strictly; absent where it is not of a newer app but wrong. */
    static @Nullable NewerItem of(String head) {
        try {
            JsonNode node = Json.tolerant(head, JsonNode.class);
            String code = code(
                    whole(node, "v"),
                    node.path("kind").asText(RecordKind.LOAN_USE_CHECK.name()),
                    whole(node, "formVersion"));
            return code == null ? null : new NewerItem(id(node.path("id").asText()), code);
        } catch (JsonRefused e) {
            return null;
        }
    }

    /** What is newer than this build, if anything is. */
    static @Nullable String code(long v, String kind, long formVersion) {
        if (v > 1) {
            return "VERSION_NEWER";
        }
        for (RecordKind known : RecordKind.values()) {
            if (known.name().equals(kind)) {
                return formVersion > known.formVersion() ? "FORM_NEWER" : null;
            }
        }
        return "KIND_UNKNOWN";
    }

    private static long whole(JsonNode node, String field) {
        return node.path(field).isIntegralNumber() ? node.path(field).asLong() : 1;
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
