package vn.sothon.client.enrol;

import org.jspecify.annotations.Nullable;
import vn.sothon.client.session.Session;

/** How an enrolment ended. */
public sealed interface EnrolOutcome {
    record Enrolled(Session session) implements EnrolOutcome {}

    /** The server's one answer for every code it does not take, or another refusal with its code. */
    record Refused(int status, @Nullable String code) implements EnrolOutcome {}

    /** No answer; the same code may be tried again with this phone, even if the server had taken it. */
    record Unreachable() implements EnrolOutcome {}

    /** Somebody answered, but not the server that was meant. */
    record NotTheServer() implements EnrolOutcome {}

    /** This phone holds unsent records for another server; they must reach it first. */
    record BelongsElsewhere() implements EnrolOutcome {}
}
