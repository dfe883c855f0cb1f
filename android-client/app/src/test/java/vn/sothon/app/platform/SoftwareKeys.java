package vn.sothon.app.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.sothon.app.data.secret.KeyWrap;
import vn.sothon.client.session.SigningKeys;

/** Keys in plain files, for tests alone: they outlive the process as a Keystore's do. */
public final class SoftwareKeys implements KeyVault {
    private final File folder;

    public SoftwareKeys(File folder) {
        this.folder = new File(folder, "software-keys");
    }

    @Override
    public synchronized SigningKeys signing(String profile) {
        return () -> pair(new File(folder, "sign-" + profile));
    }

    @Override
    public KeyWrap wrapping(String profile) {
        File file = new File(folder, "wrap-" + profile);
        return new KeyWrap() {
            @Override
            public byte[] wrap(byte[] key) throws GeneralSecurityException {
                return cipher(Cipher.ENCRYPT_MODE, file).doFinal(key);
            }

            @Override
            public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
                return cipher(Cipher.DECRYPT_MODE, file).doFinal(wrapped);
            }
        };
    }

    @Override
    public void forget(String profile) {
        new File(folder, "sign-" + profile).delete();
        new File(folder, "wrap-" + profile).delete();
    }

    private Cipher cipher(int mode, File file) throws GeneralSecurityException {
        try {
            if (!file.exists()) {
                byte[] secret = new byte[16];
                new SecureRandom().nextBytes(secret);
                Files.createDirectories(folder.toPath());
                Files.write(file.toPath(), secret);
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Files.readAllBytes(file.toPath()), "AES"),
                    new GCMParameterSpec(128, new byte[12]));
            return cipher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized KeyPair pair(File file) {
        try {
            if (!file.exists()) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                KeyPair made = generator.generateKeyPair();
                Files.createDirectories(folder.toPath());
                Base64.Encoder base64 = Base64.getEncoder();
                Files.write(
                        file.toPath(),
                        List.of(
                                base64.encodeToString(made.getPublic().getEncoded()),
                                base64.encodeToString(made.getPrivate().getEncoded())));
            }
            List<String> lines = Files.readAllLines(file.toPath());
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new KeyPair(
                    keys.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))),
                    keys.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
