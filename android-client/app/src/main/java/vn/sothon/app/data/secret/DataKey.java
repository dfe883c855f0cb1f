package vn.sothon.app.data.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import vn.sothon.client.store.TextCipher;

/** The one key under which a profile's data lies; on disk it exists only wrapped. */
public final class DataKey implements TextCipher {
    private static final int BYTES = 32;

    /** What AES-GCM adds to every content: nonce and tag. */
    static final int OVERHEAD = 12 + 16;

    private final Aead aead;

    private DataKey(byte[] key) throws GeneralSecurityException {
        this.aead = new AesGcmJce(key);
    }

    /** The key in the file, made and wrapped at the first call. */
    public static DataKey open(File file, KeyWrap wrap, SecureRandom random) throws IOException {
        try {
            if (file.exists()) {
                return new DataKey(wrap.unwrap(Files.readAllBytes(file.toPath())));
            }
            byte[] key = new byte[BYTES];
            random.nextBytes(key);
            File partial = new File(file.getPath() + ".part");
            try (FileOutputStream out = new FileOutputStream(partial)) {
                out.write(wrap.wrap(key));
                out.getFD().sync();
            }
            if (!partial.renameTo(file)) {
                throw new IOException("cannot keep " + file);
            }
            DataKey made = new DataKey(key);
            Arrays.fill(key, (byte) 0);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("the data key cannot be opened", e);
        }
    }

    @Override
    public String seal(String text, String place) {
        return Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8), place));
    }

    @Override
    public String open(String sealed, String place) {
        try {
            return new String(open(Base64.getDecoder().decode(sealed), place), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("not sealed: " + place, e);
        }
    }

    byte[] seal(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place, e);
        }
    }

    byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("does not open: " + place, e);
        }
    }
}
