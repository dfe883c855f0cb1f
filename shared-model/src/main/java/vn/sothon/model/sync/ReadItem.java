package vn.sothon.model.sync;

import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;

/**
 * A sealed item opened: the meaning of its bytes beside the bytes themselves.
 *
 * @param hash SHA-256 of the head, the item's identity together with its id
 */
public record ReadItem(SealedItem sealed, String hash, RecordKind kind, ItemHead head, ItemBody body, Payload payload) {

    /** Reads the head alone. */
    public static ItemHead head(String head) throws JsonRefused {
        return Json.strict(head, ItemHead.class);
    }

    /** Reads the body alone. */
    public static ItemBody body(String body) throws JsonRefused {
        return Json.strict(body, ItemBody.class);
    }

    /**
     * Reads body and payload of an item whose kind this build knows; field names of the payload begin with {@code
     * payload}.
     */
    public static ReadItem of(SealedItem sealed, RecordKind kind, ItemHead head) throws JsonRefused {
        ItemBody body = body(sealed.body());
        Payload payload = Json.strict(body.payload(), kind.payload(), "payload");
        return new ReadItem(sealed, Seals.sha256(sealed.head()), kind, head, body, payload);
    }

    /** Opens bytes that this build sealed or stored itself. */
    public static ReadItem trusted(SealedItem sealed) {
        try {
            ItemHead head = head(sealed.head());
            return of(sealed, RecordKind.valueOf(head.kind()), head);
        } catch (JsonRefused e) {
            throw new IllegalStateException("stored bytes cannot be read: " + e.getMessage(), e);
        }
    }
}
