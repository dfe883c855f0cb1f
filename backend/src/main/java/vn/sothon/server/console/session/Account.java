package vn.sothon.server.console.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's way into the console.
 *
 * @param hasPassword whether its owner has set one
 * @param secondFactor whether codes of an app are asked for
 * @param closed whether it is of no use any more
 */
public record Account(UUID personId, String userName, boolean hasPassword, boolean secondFactor, boolean closed) {

    static Account of(AccountRow row) {
        return new Account(
                UUID.fromString(row.personId()),
                row.userName(),
                row.password() != null,
                row.totpSince() != null,
                row.closedAt() != null);
    }

    /** Whether the state is as good as none. */
    public static boolean isAbsent(@Nullable Account account) {
        return account == null || account.closed();
    }
}
