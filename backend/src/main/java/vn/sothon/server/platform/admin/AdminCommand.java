package vn.sothon.server.platform.admin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing the command line can ask for. The same bean runs inside a running server, reached through its admin
 * channel, and in the command's own process when no server has the folder.
 */
public interface AdminCommand {
    /** As in the address of the channel: {@code person.add}. */
    String name();

    /**
     * Does it.
     *
     * @throws AdminRefused with a sentence for whoever typed the command
     */
    JsonNode run(JsonNode args) throws Exception;

    /** A command out of its name and its work. */
    static AdminCommand of(String name, Work work) {
        return new AdminCommand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public JsonNode run(JsonNode args) throws Exception {
                return work.run(args);
            }
        };
    }

    /** What a command does with its arguments. */
    @FunctionalInterface
    interface Work {
        JsonNode run(JsonNode args) throws Exception;
    }
}
