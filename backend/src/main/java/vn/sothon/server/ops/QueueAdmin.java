package vn.sothon.server.ops;

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
    @Named("queue.admit")
    AdminCommand admit() {
        return AdminCommand.of("queue.admit", args -> {
            try {
                return Json.tree(queue.admit(UUID.fromString(args.path("record").asText())));
            } catch (IllegalArgumentException e) {
                throw new AdminRefused("MALFORMED", "A record's id is a UUID.");
            }
        });
    }
}
