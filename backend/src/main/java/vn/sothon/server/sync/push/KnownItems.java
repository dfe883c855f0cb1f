package vn.sothon.server.sync.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.platform.db.Sql;

/** Which of these items are stored already, asked once per call: a repeated one need not be verified again. */
@Singleton
public class KnownItems {
    private final TransactionOperations<Connection> transactions;

    KnownItems(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    private static Optional<UUID> id(JsonNode item) {
        try {
            return Optional.of(ReadItem.head(item.path("head").asText()).id());
        } catch (JsonRefused e) {
            return Optional.empty(); // the judge will say what is wrong with it
        }
    }

    /** Hashes of the heads stored under the items' ids. */
    Map<UUID, String> hashes(List<JsonNode> items) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : items) {
            id(item).ifPresent(id -> ids.add(id.toString()));
        }
        Map<UUID, String> hashes = new HashMap<>();
        if (ids.isEmpty()) {
            return hashes;
        }
        transactions.executeRead(status -> Sql.in(
                status.getConnection(),
                "SELECT id, hash FROM record WHERE id IN (%s)",
                row -> hashes.put(UUID.fromString(row.getString(1)), row.getString(2)),
                ids));
        return hashes;
    }
}
