package vn.sothon.client.record;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.sothon.model.sync.Seals;

public final class InMemoryFiles implements AttachmentFiles {
    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public String keep(byte[] content) {
        String sha256 = Seals.sha256(content);
        files.put(sha256, content.clone());
        return sha256;
    }

    @Override
    public boolean has(String sha256) {
        return files.containsKey(sha256);
    }

    @Override
    public long size(String sha256) {
        return content(sha256).length;
    }

    @Override
    public InputStream open(String sha256, long from) {
        byte[] content = content(sha256);
        return new ByteArrayInputStream(Arrays.copyOfRange(content, (int) from, content.length));
    }

    private byte[] content(String sha256) {
        return Objects.requireNonNull(files.get(sha256));
    }
}
