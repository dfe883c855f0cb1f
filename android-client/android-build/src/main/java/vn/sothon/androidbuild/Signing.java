package vn.sothon.androidbuild;

import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.apksig.KeyConfig;
import com.android.apksig.apk.ApkFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Signatures by schemes 2 and 3: Android 8 reads the second, so the old one inside the jar is left out. */
final class Signing {
    private final int minSdk;

    Signing(int minSdk) {
        this.minSdk = minSdk;
    }

    /** Aligns and signs. */
    void sign(Path unsigned, ReleaseKey key, Path apk) throws IOException {
        Files.deleteIfExists(apk);
        try {
            ApkSigner.SignerConfig signer = new ApkSigner.SignerConfig.Builder(
                            "sothon", new KeyConfig.Jca(key.key()), List.of(key.certificate()))
                    .build();
            new ApkSigner.Builder(List.of(signer))
                    .setInputApk(unsigned.toFile())
                    .setOutputApk(apk.toFile())
                    .setMinSdkVersion(minSdk)
                    .setV1SigningEnabled(false)
                    .setV2SigningEnabled(true)
                    .setV3SigningEnabled(true)
                    .build()
                    .sign();
        } catch (GeneralSecurityException | ApkFormatException e) {
            throw new IOException("cannot sign " + unsigned, e);
        }
    }

    /** Reads the finished file as a phone would and says by which schemes it is signed. */
    static String verified(Path apk) throws IOException {
        try {
            ApkVerifier.Result result =
                    new ApkVerifier.Builder(apk.toFile()).build().verify();
            if (!result.isVerified() || !result.isVerifiedUsingV2Scheme() || !result.isVerifiedUsingV3Scheme()) {
                throw new IOException(apk + " does not verify: " + result.getAllErrors());
            }
            return "v2+v3";
        } catch (GeneralSecurityException | ApkFormatException e) {
            throw new IOException(apk + " cannot be verified", e);
        }
    }
}
