package vn.sothon.phones.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.session.SigningKeys;
import vn.sothon.model.sync.Seals;

/** The phone's key in a file only its owner may read; a real phone has the Keystore instead. */
public final class FolderKeys implements SigningKeys {
    private final Path file;
    private @Nullable KeyPair pair;

    public FolderKeys(Path file) {
        this.file = file;
    }

    @Override
    public synchronized KeyPair pair() {
        KeyPair known = pair;
        if (known == null) {
            try {
                known = Files.exists(file) ? read() : make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key in " + file + " cannot be used", e);
            }
            pair = known;
        }
        return known;
    }

    private KeyPair read() throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        return new KeyPair(
                Seals.publicKey(lines.get(0)),
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
    }

    private KeyPair make() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair made = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(partial);
        if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(
                partial,
                List.of(
                        base64.encodeToString(made.getPublic().getEncoded()),
                        base64.encodeToString(made.getPrivate().getEncoded())));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }
}
