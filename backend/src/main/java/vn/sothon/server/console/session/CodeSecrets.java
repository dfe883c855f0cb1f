package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.secret.SecretBox;

/** Secrets of second factors as they lie in the database: locked, each for its account alone. */
@Singleton
class CodeSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(CodeSecrets.class);

    private final Writer writer;
    private final AccountRows rows;
    private final SecretBox box;

    CodeSecrets(Writer writer, AccountRows rows, SecretBox box) {
        this.writer = writer;
        this.rows = rows;
        this.box = box;
    }

    String locked(String personId, String secret) {
        return box.lock(secret, personId);
    }

    /** Absent where it cannot be read: then no code is right, until the second factor is set up anew. */
    Optional<String> open(AccountRow row) {
        String stored = row.totpSecret();
        if (stored == null) {
            return Optional.empty();
        }
        Optional<String> open = SecretBox.isLocked(stored) ? box.open(stored, row.personId()) : Optional.of(stored);
        if (open.isEmpty()) {
            LOG.error(
                    "the second factor of account {} cannot be read: its key is not in this server's key file",
                    row.personId());
        }
        return open;
    }

    /**
     * Locks with the present key what older servers stored open, or an older key locked.
     *
     * @return how many
     */
    int bringUpToDate() {
        boolean needed = rows.all().stream().anyMatch(this::isBehind);
        return !needed
                ? 0
                : writer.write(tx -> {
                    int locked = 0;
                    for (AccountRow row : rows.all()) {
                        String secret = isBehind(row) ? open(row).orElse(null) : null;
                        String before = row.totpSecret();
                        if (secret != null && before != null) {
                            locked += rows.lockSecret(row.personId(), before, locked(row.personId(), secret));
                        }
                    }
                    return locked;
                });
    }

    private boolean isBehind(AccountRow row) {
        return row.totpSecret() != null && !box.isPresent(row.totpSecret());
    }
}
