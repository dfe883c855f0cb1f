package vn.sothon.client.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call came to nothing. Whatever it is, nothing counts as received.
 *
 * @param code the stable code of the server's problem, if it is ours and gave one
 * @param afterSeconds how long the server asks to be left alone
 */
public record Trouble(Kind kind, int status, @Nullable String code, @Nullable Integer afterSeconds) {
    public enum Kind {
        /** No whole answer: out of range, cut, or lost. */
        UNREACHABLE,
        /** Somebody answered, but not the server this phone belongs to: a captive portal, another commune's server. */
        NOT_OUR_SERVER,
        /** Our server, but not an answer of this contract. */
        NOT_UNDERSTOOD,
        UNAUTHORISED,
        /** Our server told this very device to go. */
        REVOKED,
        TOO_LARGE,
        BUSY,
        SERVER_ERROR,
        /** Our server refused the whole call. */
        REFUSED
    }

    static Trouble of(Kind kind, int status) {
        return new Trouble(kind, status, null, null);
    }

    /** Whether asking the same address again now is pointless. */
    boolean endsContact() {
        return kind == Kind.UNREACHABLE || kind == Kind.NOT_OUR_SERVER;
    }

    /** Thrown inside a phase to its one place of handling. */
    static final class Met extends Exception {
        private final transient Trouble trouble;

        Met(Trouble trouble) {
            super(trouble.toString());
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    static Optional<Trouble> worse(Optional<Trouble> one, Optional<Trouble> other) {
        return one.isPresent() ? one : other;
    }
}
