package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive being written; every entry carries the same date, and of two entries of one name the first counts. */
final class Archive implements AutoCloseable {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final ZipOutputStream out;
    private final Set<String> names = new HashSet<>();

    Archive(Path file) throws IOException {
        Files.createDirectories(Zips.parent(file));
        this.out = new ZipOutputStream(Files.newOutputStream(file));
    }

    static void ofFolder(Path folder, Path file) throws IOException {
        try (Archive archive = new Archive(file)) {
            for (Path one : Zips.files(folder)) {
                archive.deflated(Zips.nameIn(folder, one), Files.readAllBytes(one));
            }
        }
    }

    void deflated(String name, byte[] content) throws IOException {
        if (names.add(name)) {
            write(new ZipEntry(name), content);
        }
    }

    /** Uncompressed, as Android maps native libraries and its resource table straight from the file. */
    void stored(String name, byte[] content) throws IOException {
        if (names.add(name)) {
            CRC32 crc = new CRC32();
            crc.update(content);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
            entry.setCompressedSize(content.length);
            write(entry, content);
        }
    }

    private void write(ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
