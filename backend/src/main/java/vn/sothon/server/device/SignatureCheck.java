package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;

/**
 * Verifies P-256 signatures with Conscrypt, some twenty times faster than the JDK's provider; with the JDK's where
 * Conscrypt's native library does not load.
 */
@Singleton
public final class SignatureCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);
    private static final String ALGORITHM = "SHA256withECDSA";

    private final @Nullable Provider fast = fast();

    /** Whether the item was signed by the holder of this key. */
    public boolean holds(PublicKey key, SealedItem item) {
        return Seals.verify(engine(), key, Seals.signedBytes(item.head()), item.signature());
    }

    private Signature engine() {
        try {
            return fast == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, fast);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static @Nullable Provider fast() {
        try {
            return Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;
        } catch (LinkageError e) {
            LOG.warn("Conscrypt does not load here; signatures are verified by the JDK, more slowly");
            return null;
        }
    }
}
