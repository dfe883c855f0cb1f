package vn.sothon.server.platform.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.json.JsonRefused;

/** All admin commands by name, and how their outcome is told: {@code {ok}} or {@code {refused, sentence}}. */
@Singleton
public class AdminCommands {
    private static final Logger LOG = LoggerFactory.getLogger(AdminCommands.class);
    private final Map<String, AdminCommand> byName = new TreeMap<>();

    AdminCommands(Collection<AdminCommand> commands) {
        for (AdminCommand command : commands) {
            if (byName.put(command.name(), command) != null) {
                throw new IllegalStateException("two commands are called " + command.name());
            }
        }
    }

    /** Runs a command; whatever goes wrong is part of the outcome. */
    public JsonNode run(String name, JsonNode args) {
        AdminCommand command = byName.get(name);
        if (command == null) {
            return refused("UNKNOWN_COMMAND", "This server does not know the command " + name + ".");
        }
        try {
            return JsonNodeFactory.instance.objectNode().set("ok", command.run(args));
        } catch (AdminRefused e) {
            return refused(e.code(), e.sentence());
        } catch (JsonRefused e) {
            return refused(e.code(), "The argument '" + e.field() + "' is missing or not understood.");
        } catch (Exception e) {
            LOG.error("admin command {} failed", name, e);
            return refused("INTERNAL", "It failed unexpectedly; the log says more.");
        }
    }

    private static JsonNode refused(String code, String sentence) {
        return JsonNodeFactory.instance.objectNode().put("refused", code).put("sentence", sentence);
    }
}
