package vn.sothon.app.ui.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Signatory;

/**
 * Who signs a draft, and the drawings that belong to it. A name that is empty says that nobody signs there; it is left out
 * when the draft is sealed.
 */
public final class Signatures {
    private static final String LIST = "signatures";
    private static final String NAME = "name";
    private static final String DRAWING = "drawing";

    private Signatures() {}

    /** A place for a signature: the {@code number}-th of those who sign as that, counted from 0. */
    public record Slot(Signatory.As as, int number) {
        public static Slot of(Signatory.As as) {
            return new Slot(as, 0);
        }
    }

    /** Empty as long as nothing was said about this place. */
    public static Optional<Signatory> of(Draft draft, Slot slot) {
        JsonNode found = find(draft.payload().path(LIST), slot);
        return found == null
                ? Optional.empty()
                : Optional.of(new Signatory(
                        slot.as(),
                        found.path(NAME).asText(""),
                        null,
                        found.path(DRAWING).asText(null)));
    }

    public static boolean isDrawn(Draft draft, Slot slot) {
        return of(draft, slot).filter(signed -> signed.drawing() != null).isPresent();
    }

    /** With this name; what another has drawn there is dropped. */
    public static Draft named(Draft draft, Slot slot, String name) {
        ObjectNode payload = draft.payload().deepCopy();
        ObjectNode signature = place(payload, slot);
        if (!name.trim().equals(signature.path(NAME).asText())) {
            signature.remove(DRAWING);
        }
        signature.put(NAME, name.trim());
        return draft.withPayload(payload);
    }

    /** With this name and drawing. */
    public static Draft signed(Draft draft, Slot slot, String name, AttachmentRef drawing) {
        ObjectNode payload = draft.payload().deepCopy();
        place(payload, slot).put(NAME, name.trim()).put(DRAWING, drawing.sha256());
        return settled(draft.withPayload(payload).withAttachment(drawing), false);
    }

    /** As it is sealed: without the places where nobody signs and without drawings that were drawn anew. */
    public static Draft settled(Draft draft) {
        return settled(draft, true);
    }

    /** Those whose drawing is not among these files sign the print. */
    static Draft undrawn(Draft draft, List<AttachmentRef> there) {
        Set<String> known = new HashSet<>();
        there.forEach(file -> known.add(file.sha256()));
        ObjectNode payload = draft.payload().deepCopy();
        for (JsonNode signature : payload.path(LIST)) {
            if (!known.contains(signature.path(DRAWING).asText())) {
                ((ObjectNode) signature).remove(DRAWING);
            }
        }
        return draft.withPayload(payload);
    }

    private static Draft settled(Draft draft, boolean dropNobody) {
        ObjectNode payload = draft.payload().deepCopy();
        Set<String> drawn = new HashSet<>();
        if (payload.has(LIST)) {
            ArrayNode kept = payload.arrayNode();
            for (JsonNode signature : payload.path(LIST)) {
                if (!dropNobody || !signature.path(NAME).asText().isEmpty()) {
                    kept.add(signature);
                    drawn.add(signature.path(DRAWING).asText());
                }
            }
            payload.set(LIST, kept);
        }
        return draft.withPayload(payload)
                .withAttachments(draft.attachments().stream()
                        .filter(file -> file.role() != AttachmentRef.Role.SIGNATURE || drawn.contains(file.sha256()))
                        .collect(Collectors.toList()));
    }

    private static ObjectNode place(ObjectNode payload, Slot slot) {
        ObjectNode found = (ObjectNode) find(payload.path(LIST), slot);
        if (found != null) {
            return found;
        }
        ArrayNode list = payload.has(LIST) ? (ArrayNode) payload.get(LIST) : payload.putArray(LIST);
        return list.addObject().put("as", slot.as().name());
    }

    private static @Nullable JsonNode find(JsonNode list, Slot slot) {
        int before = 0;
        for (JsonNode signature : list) {
            if (slot.as().name().equals(signature.path("as").asText()) && before++ == slot.number()) {
                return signature;
            }
        }
        return null;
    }
}
