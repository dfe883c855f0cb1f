package vn.sothon.server.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds who holds a token. */
public interface TokenHolders {
    /** The holder of the token with that SHA-256. */
    Optional<Holder> find(String tokenHash);

    /** The same where it need not be looked up: never waits. */
    Optional<Holder> atHand(String tokenHash);

    /** Notes that a device was heard of, and what it said of itself; never waits. */
    void seen(Holder holder, PhoneWord word);

    /**
     * A device known by its token.
     *
     * @param revokedAt when it was revoked
     */
    record Holder(Caller caller, @Nullable Instant revokedAt) {}
}
