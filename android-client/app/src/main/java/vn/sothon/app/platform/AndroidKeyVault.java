package vn.sothon.app.platform;

import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vn.sothon.app.data.secret.KeyWrap;
import vn.sothon.client.session.SigningKeys;

/** Keys in the phone's Keystore. None of them asks for an unlocked screen: records are sent while it is dark. */
public final class AndroidKeyVault implements KeyVault {
    private static final String PROVIDER = "AndroidKeyStore";
    private static final String AES = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int AES_BITS = 256;

    @Override
    public SigningKeys signing(String profile) {
        return () -> pair(signingAlias(profile));
    }

    @Override
    public KeyWrap wrapping(String profile) {
        return new KeystoreWrap(wrappingAlias(profile));
    }

    @Override
    public void forget(String profile) {
        try {
            KeyStore keys = keys();
            keys.deleteEntry(signingAlias(profile));
            keys.deleteEntry(wrappingAlias(profile));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Keystore keeps a key of " + profile, e);
        }
    }

    private static synchronized KeyPair pair(String alias) {
        try {
            KeyStore keys = keys();
            if (!keys.containsAlias(alias)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(KeyProperties.KEY_ALGORITHM_EC, PROVIDER);
                generator.initialize(new KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_SIGN)
                        .setAlgorithmParameterSpec(new ECGenParameterSpec("secp256r1"))
                        .setDigests(KeyProperties.DIGEST_SHA256)
                        .build());
                return generator.generateKeyPair();
            }
            return new KeyPair(keys.getCertificate(alias).getPublicKey(), (PrivateKey) keys.getKey(alias, null));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Keystore gives no signing key", e);
        }
    }

    private static KeyStore keys() throws GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(PROVIDER);
        try {
            keys.load(null);
        } catch (IOException e) {
            throw new GeneralSecurityException("the Keystore cannot be read", e);
        }
        return keys;
    }

    private static String signingAlias(String profile) {
        return "sothon.sign." + profile;
    }

    private static String wrappingAlias(String profile) {
        return "sothon.wrap." + profile;
    }

    private record KeystoreWrap(String alias) implements KeyWrap {
        @Override
        public byte[] wrap(byte[] key) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(Cipher.ENCRYPT_MODE, secret());
            byte[] sealed = cipher.doFinal(key);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(cipher.getIV())
                    .put(sealed)
                    .array();
        }

        @Override
        public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(Cipher.DECRYPT_MODE, secret(), new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE_BYTES));
            return cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
        }

        private SecretKey secret() throws GeneralSecurityException {
            KeyStore keys = keys();
            if (keys.getKey(alias, null) instanceof SecretKey known) {
                return known;
            }
            KeyGenerator generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER);
            generator.init(new KeyGenParameterSpec.Builder(
                            alias, KeyProperties.PURPOSE_ENCRYPT | KeyProperties.PURPOSE_DECRYPT)
                    .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                    .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                    .setKeySize(AES_BITS)
                    .build());
            return generator.generateKey();
        }
    }
}
