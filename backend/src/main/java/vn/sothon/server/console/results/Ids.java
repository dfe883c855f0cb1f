package vn.sothon.server.console.results;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sothon.server.platform.admin.AdminRefused;

/** Ids as forms send them back, and what is said where an act was refused. */
final class Ids {
    private static final Set<String> SAID = Set.of(
            "CORRECTED_ALREADY",
            "DAY_TOO_LATE",
            "NOT_YOUR_TASK",
            "PERIOD",
            "WRONG_DAY",
            "UNKNOWN_RIGHT",
            "ID_TAKEN",
            "DONE_ALREADY");

    private Ids() {}

    static Optional<UUID> of(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of what a refusal says to a reader. */
    static String refusal(AdminRefused refused) {
        return "results.refused." + (SAID.contains(refused.code()) ? refused.code() : "OTHER");
    }
}
