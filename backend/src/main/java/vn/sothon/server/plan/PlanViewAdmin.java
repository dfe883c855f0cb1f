package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.admin.AdminCommand;

/** Plans shown on the command line. */
@Factory
final class PlanViewAdmin {
    private final PlanFinder finder;
    private final PlanLookup lookup;
    private final TransactionOperations<Connection> transactions;

    PlanViewAdmin(PlanFinder finder, PlanLookup lookup, TransactionOperations<Connection> transactions) {
        this.finder = finder;
        this.lookup = lookup;
        this.transactions = transactions;
    }

    @Singleton
    @Named("plan.list")
    AdminCommand list() {
        return AdminCommand.of("plan.list", args -> Json.tree(finder.all()));
    }

    /** The reading as it now stands, what was corrected, and how it differs from the version before. */
    @Singleton
    @Named("plan.show")
    AdminCommand show() {
        return AdminCommand.of("plan.show", args -> {
            UUID id = finder.known(Json.tolerant(args, Show.class).plan()).id();
            return transactions.executeRead(status -> {
                Connection connection = status.getConnection();
                ObjectNode shown = JsonNodeFactory.instance.objectNode();
                shown.set("plan", Json.tree(lookup.find(connection, id).orElseThrow()));
                shown.set("document", Json.tree(lookup.document(connection, id).orElseThrow()));
                shown.set("corrections", Json.tree(lookup.corrections(connection, id)));
                shown.set("changes", Json.tree(lookup.changes(connection, id)));
                return shown;
            });
        });
    }

    record Show(@JsonProperty(value = "plan", required = true) String plan) {}
}
