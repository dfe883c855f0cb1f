package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Who is signed in: a session is a random text that only the browser has; here lies its hash. */
@Singleton
class Sessions {
    /** However busy, a day's work ends a session. */
    static final Duration WHOLE = Duration.ofHours(12);
    /** A session nobody uses ends sooner. */
    static final Duration IDLE = Duration.ofMinutes(90);
    /** How long a password just given again counts. */
    static final Duration CONFIRMED = Duration.ofMinutes(10);

    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);
    private static final Duration HALF_WAY = Duration.ofMinutes(10);
    private static final int TOKEN_BYTES = 32;

    private final Writer writer;
    private final SessionRows rows;
    private final ServerClock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(Writer writer, SessionRows rows, ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.clock = clock;
    }

    /** How far somebody has come. */
    enum Stage {
        /** The password was right; the second factor is still to be shown, or to be set up. */
        PASSWORD,
        SIGNED_IN
    }

    String fresh() {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Begins a session; what is returned goes to the browser and nowhere else. */
    String begin(UUID personId, Stage stage) {
        String token = fresh();
        long now = clock.millis();
        long until = now + (stage == Stage.PASSWORD ? HALF_WAY : WHOLE).toMillis();
        writer.write(tx -> {
            rows.endOld(now);
            return rows.insert(Seals.sha256(token), personId.toString(), stage.name(), now, until);
        });
        return token;
    }

    /** The session of that token while it lasts. */
    Optional<SessionRow> find(String token) {
        long now = clock.millis();
        Optional<SessionRow> found = rows.find(Seals.sha256(token))
                .filter(row -> now < row.expiresAt())
                .filter(row -> now - row.seenAt() < IDLE.toMillis());
        found.filter(row -> now - row.seenAt() > NOTE_EVERY.toMillis())
                .ifPresent(row -> writer.write(tx -> rows.seen(row.hash(), now)));
        return found;
    }

    void actAs(String token, UUID grantId) {
        writer.write(tx -> rows.actAs(Seals.sha256(token), grantId.toString()));
    }

    void confirm(String token) {
        writer.write(tx -> rows.confirm(Seals.sha256(token), clock.millis()));
    }

    void end(String token) {
        writer.write(tx -> rows.end(Seals.sha256(token)));
    }

    /** Ends every session of a person. */
    void endOf(UUID personId) {
        writer.write(tx -> rows.endOf(personId.toString()));
    }
}
