package vn.sothon.androidbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void archive_whenMadeTwice_hasTheSameBytes() throws Exception {
        Path content = Files.createDirectories(folder.resolve("in/b"));
        Files.writeString(content.resolve("two.txt"), "2");
        Files.writeString(folder.resolve("in/one.txt"), "1");
        Archive.ofFolder(folder.resolve("in"), folder.resolve("first.zip"));
        Archive.ofFolder(folder.resolve("in"), folder.resolve("second.zip"));
        assertThat(folder.resolve("first.zip")).hasSameBinaryContentAs(folder.resolve("second.zip"));

        Zips.unpack(folder.resolve("first.zip"), folder.resolve("out"));
        assertThat(folder.resolve("out/b/two.txt")).hasContent("2");
    }

    @Test
    void unpack_whenAnEntryClimbsOut_refuses() throws Exception {
        Path zip = folder.resolve("bad.zip");
        try (Archive archive = new Archive(zip)) {
            archive.deflated("../outside.txt", new byte[] {1});
        }
        assertThatThrownBy(() -> Zips.unpack(zip, folder.resolve("out"))).isInstanceOf(IOException.class);
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void cache_whenTheBytesChange_fillsAnew() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "1");
        AtomicInteger filled = new AtomicInteger();
        Cache cache = new Cache(folder.resolve("cache"));
        Cache.Filling count = empty -> Files.writeString(empty.resolve("n"), "" + filled.incrementAndGet());
        Path first = cache.folder("kind", input, count);
        assertThat(cache.folder("kind", input, count)).isEqualTo(first);
        assertThat(filled).hasValue(1);

        Files.writeString(input, "2");
        assertThat(cache.folder("kind", input, count).resolve("n")).hasContent("2");
    }

    @Test
    void cache_whenFillingFails_keepsNothing() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "1");
        Cache cache = new Cache(folder.resolve("cache"));
        assertThatThrownBy(() -> cache.folder("kind", input, empty -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(cache.folder("kind", input, empty -> Files.writeString(empty.resolve("n"), "1"))
                        .resolve("n"))
                .hasContent("1");
    }

    @Test
    void debugKey_whenAskedTwice_isTheSame() throws Exception {
        Path keystore = folder.resolve("keys/debug.keystore");
        assertThat(ReleaseKey.debug(keystore).certificate())
                .isEqualTo(ReleaseKey.debug(keystore).certificate());
        assertThatThrownBy(() -> ReleaseKey.of(keystore, "androiddebugkey", "wrong"))
                .isInstanceOf(IOException.class);
    }
}
