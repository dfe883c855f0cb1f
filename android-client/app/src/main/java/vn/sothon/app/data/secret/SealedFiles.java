package vn.sothon.app.data.secret;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.model.sync.Seals;

/** Photos in a folder, each sealed as a whole and named by the SHA-256 of what it holds. */
public final class SealedFiles implements AttachmentFiles {
    private final File folder;
    private final DataKey key;

    public SealedFiles(File folder, DataKey key) {
        this.folder = folder;
        this.key = key;
    }

    @Override
    public String keep(byte[] content) throws IOException {
        String sha256 = Seals.sha256(content);
        File file = file(sha256);
        if (has(sha256) && size(sha256) == content.length) {
            return sha256;
        }
        Files.createDirectories(folder.toPath());
        File partial = new File(folder, sha256 + ".part");
        try (FileOutputStream out = new FileOutputStream(partial)) {
            out.write(key.seal(content, place(sha256)));
            out.getFD().sync();
        }
        if (!partial.renameTo(file)) {
            throw new IOException("cannot keep " + sha256);
        }
        return sha256;
    }

    @Override
    public boolean has(String sha256) {
        return file(sha256).isFile();
    }

    @Override
    public long size(String sha256) {
        return Math.max(0, file(sha256).length() - DataKey.OVERHEAD);
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        try {
            byte[] content = key.open(Files.readAllBytes(file(sha256).toPath()), place(sha256));
            return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
        } catch (IllegalStateException e) {
            throw new IOException("the photo is damaged", e);
        }
    }

    private File file(String sha256) {
        return new File(folder, sha256);
    }

    private static String place(String sha256) {
        return "photo:" + sha256;
    }
}
