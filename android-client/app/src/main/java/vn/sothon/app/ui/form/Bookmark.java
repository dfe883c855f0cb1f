package vn.sothon.app.ui.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft;

/** The page at which a draft was left; it lies in the draft while it is one, and never in a record. */
final class Bookmark {
    private static final String FIELD = "leftAt";

    private Bookmark() {}

    static Draft in(Draft draft, String page) {
        ObjectNode payload = draft.payload().deepCopy();
        payload.put(FIELD, page);
        return draft.withPayload(payload);
    }

    static Draft out(Draft draft) {
        ObjectNode payload = draft.payload().deepCopy();
        payload.remove(FIELD);
        return draft.withPayload(payload);
    }

    static @Nullable String of(Draft draft) {
        return draft.payload().path(FIELD).asText(null);
    }
}
