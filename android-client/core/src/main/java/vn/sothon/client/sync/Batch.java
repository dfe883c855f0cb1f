package vn.sothon.client.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sothon.client.record.Outbox;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push;

/** The items of one push and the text that carries them. */
record Batch(List<UUID> ids, String json) {
    private static final int ENVELOPE = 64;

    /** The first of these entries, as many as one call may carry. */
    static Batch of(List<Outbox.Entry> entries, int limit, Set<UUID> without) {
        List<UUID> ids = new ArrayList<>();
        List<JsonNode> items = new ArrayList<>();
        long bytes = ENVELOPE;
        for (Outbox.Entry entry : entries) {
            if (without.contains(entry.id())) {
                continue;
            }
            JsonNode item = Json.tree(entry.item());
            long size = Json.write(item).getBytes(StandardCharsets.UTF_8).length + 1L;
            if (ids.size() == limit || (!ids.isEmpty() && bytes + size > Push.MAX_BYTES)) {
                break;
            }
            ids.add(entry.id());
            items.add(item);
            bytes += size;
        }
        return new Batch(ids, Json.write(new Push.Request(items)));
    }
}
