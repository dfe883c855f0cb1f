package vn.sothon.server.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vn.sothon.model.sync.Seals;

/** The files a server keeps, judged by their content. */
final class StoredFilesOnDisk {
    private StoredFilesOnDisk() {}

    /** How many of those hashes lie in the folder with just that content. */
    static long whole(Path data, Set<String> hashes) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(data.resolve("files"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.add(Seals.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes.stream().filter(found::contains).count();
    }
}
