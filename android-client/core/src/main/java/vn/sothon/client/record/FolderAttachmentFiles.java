package vn.sothon.client.record;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.sothon.model.sync.Seals;

/** One file per attachment in a folder of the phone. */
public final class FolderAttachmentFiles implements AttachmentFiles {
    private final File folder;

    public FolderAttachmentFiles(File folder) {
        this.folder = folder;
    }

    @Override
    public String keep(byte[] content) throws IOException {
        String sha256 = Seals.sha256(content);
        File file = file(sha256);
        if (file.length() == content.length) {
            return sha256;
        }
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("cannot make " + folder);
        }
        File partial = new File(folder, sha256 + ".part");
        try (FileOutputStream out = new FileOutputStream(partial)) {
            out.write(content);
            out.getFD().sync();
        }
        if (!partial.renameTo(file)) {
            throw new IOException("cannot keep " + file);
        }
        return sha256;
    }

    @Override
    public boolean has(String sha256) {
        return file(sha256).isFile();
    }

    @Override
    public long size(String sha256) {
        return file(sha256).length();
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        FileInputStream in = new FileInputStream(file(sha256));
        try {
            in.getChannel().position(from);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private File file(String sha256) {
        return new File(folder, sha256);
    }
}
