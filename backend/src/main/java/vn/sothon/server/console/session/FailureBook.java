package vn.sothon.server.console.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers wrong passwords by a key that says nothing to a reader. */
interface FailureBook {
    /** So many in a row, the last one then. */
    record Failures(int count, long lastAt) {}

    Optional<Failures> find(String key);

    /**
     * Puts another state in the place of the one that was read; absent is none.
     *
     * @return false if somebody else was faster: it is to be read again
     */
    boolean replace(String key, @Nullable Failures before, @Nullable Failures after);

    /** Forgets everything whose last failure lies before that. */
    void forget(long before);
}
