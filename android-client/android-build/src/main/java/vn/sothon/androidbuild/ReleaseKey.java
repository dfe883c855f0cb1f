package vn.sothon.androidbuild;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Who signs: a key that exists, or this machine's debug key, made at the first build and in no repository. */
record ReleaseKey(PrivateKey key, X509Certificate certificate) {
    private static final String DEBUG_ALIAS = "androiddebugkey";
    private static final String DEBUG_PASSWORD = "android";

    static ReleaseKey debug(Path keystore) throws IOException {
        if (!Files.exists(keystore)) {
            Files.createDirectories(Zips.parent(keystore));
            make(keystore);
        }
        return of(keystore, DEBUG_ALIAS, DEBUG_PASSWORD);
    }

    static ReleaseKey of(Path keystore, String alias, String password) throws IOException {
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            if (keys.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                    && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                return new ReleaseKey(key, certificate);
            }
            throw new IOException(keystore + " holds no key named " + alias);
        } catch (GeneralSecurityException e) {
            throw new IOException(keystore + " cannot be opened", e);
        }
    }

    private static void make(Path keystore) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        DEBUG_PASSWORD,
                        "-alias",
                        DEBUG_ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "10000",
                        "-dname",
                        "CN=Android Debug,O=Android,C=US")
                .redirectErrorStream(true)
                .start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("no debug key: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
