package vn.sothon.server.ops;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;

/** The waiting queue for the command line. */
@Factory
final class QueueAdmin {
    private final WaitingQueue queue;

    QueueAdmin(WaitingQueue queue) {
        this.queue = queue;
    }

    @Singleton
    @Named("queue.list")
    AdminCommand list() {
        return AdminCommand.of("queue.list", args -> Json.tree(queue.list()));
    }

    @Singleton
    @Named("queue.choose")
    AdminCommand choose() {
        return AdminCommand.of("queue.choose", args -> {
            String reason = args.path("reason").asText("").strip();
            if (reason.isEmpty()) {
                throw new AdminRefused("REASON_MISSING", "A choice needs a reason.");
            }
            return Json.tree(queue.choose(record(args), reason));
        });
    }

    private static UUID record(JsonNode args) {
        try {
            return UUID.fromString(args.path("record").asText());
        } catch (IllegalArgumentException e) {
            throw new AdminRefused("MALFORMED", "A record's id is a UUID.");
        }
    }

    @Singleton
    @Named("queue.admit")
    AdminCommand admit() {
        return AdminCommand.of("queue.admit", args -> Json.tree(queue.admit(record(args))));
    }
}
