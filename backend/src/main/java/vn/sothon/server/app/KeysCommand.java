package vn.sothon.server.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sothon keys …}. */
@Command(
        name = "keys",
        description = "The server's own keys: what its secrets are locked with and what checkpoints are signed with.",
        synopsisSubcommandLabel = "show|renew")
final class KeysCommand {

    @Command(name = "show", description = "Shows the public key that signs now, and its SHA-256.")
    int show(@Mixin Where where) {
        return where.ask("keys.show", new Arguments().node(), (keys, out) -> {
            out.println(keys.path("publicKey").asText());
            out.println("SHA-256 " + keys.path("signer").asText());
        });
    }

    @Command(
            name = "renew",
            description = "Makes new keys and locks all secrets anew; old keys stay in the file, for what they signed.")
    int renew(@Mixin Where where) {
        return where.ask("keys.renew", new Arguments().node(), (keys, out) -> {
            out.println(keys.path("lockedAnew").asInt() + " secrets were locked anew.");
            out.println("From now on signs SHA-256 " + keys.path("signer").asText());
        });
    }
}
