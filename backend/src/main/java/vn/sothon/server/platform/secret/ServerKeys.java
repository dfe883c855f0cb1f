package vn.sothon.server.platform.secret;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.secret.KeyFile.LockingKey;
import vn.sothon.server.platform.secret.KeyFile.SigningKey;

/**
 * A server's own keys, made at the first start and kept apart from the database, so that who reads a copy of that has
 * neither the secrets nor the signature. Nodes that share a database share the file too: {@code sothon.keys} names it.
 */
@Singleton
public class ServerKeys {
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile KeyFile keys;

    ServerKeys(@Value("${sothon.folder}") String folder, @Value("${sothon.keys:}") String elsewhere) {
        this.file = elsewhere.isEmpty() ? Path.of(folder, KeyFile.NAME) : Path.of(elsewhere);
        try {
            this.keys = KeyFile.readOrMake(file, new KeyFile(List.of(freshLock()), List.of(freshSigning())));
            if (keys.locking().isEmpty() || keys.signing().isEmpty()) {
                throw new IllegalStateException(file + " lacks a key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** New keys take the place of the present ones; the old stay readable. What is locked is locked anew by its owner. */
    public synchronized void renew() {
        KeyFile renewed = keys.with(freshLock(), freshSigning());
        try {
            renewed.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = renewed;
    }

    String lockId() {
        return keys.locking().get(0).id();
    }

    Optional<SecretKey> lock(String id) {
        return keys.locking().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(key -> new SecretKeySpec(Base64.getDecoder().decode(key.key()), "AES"));
    }

    /** Id of the key that signs now: SHA-256 of the public key, as of phones' keys. */
    public String signerId() {
        return keys.signing().get(0).id();
    }

    /** Base64 X.509 of the key that signs now. */
    public String publicKey() {
        return keys.signing().get(0).publicKey();
    }

    /** All public keys this server ever signed with, by id. */
    public Map<String, String> publicKeys() {
        Map<String, String> all = new LinkedHashMap<>();
        keys.signing().forEach(key -> all.put(key.id(), key.publicKey()));
        return all;
    }

    /** ECDSA-SHA256 by the present key, Base64. */
    public String sign(byte[] bytes) {
        try {
            byte[] encoded = Base64.getDecoder().decode(keys.signing().get(0).privateKey());
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return Seals.sign(key, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server's own key is of no use", e);
        }
    }

    private LockingKey freshLock() {
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        return new LockingKey(
                Seals.sha256(bits).substring(0, 16), Base64.getEncoder().encodeToString(bits));
    }

    private static SigningKey freshSigning() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            PublicKey open = pair.getPublic();
            return new SigningKey(
                    Seals.keyId(open),
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(open.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
