package vn.sothon.server.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the console stands in both languages, and every word a template asks for stands somewhere. */
class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/console/text");
    private static final Path VIEWS = Path.of("src/main/resources/console/views");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][a-zA-Z0-9_.-]+)[}(]");

    @Test
    void texts_standInBothLanguages() throws IOException {
        assertThat(keys("_vi.properties")).isEqualTo(keys("_en.properties")).isNotEmpty();
    }

    @Test
    void keys_beginWithTheNameOfTheirFile() throws IOException {
        for (Path file : files(TEXTS)) {
            String name = file.getFileName().toString();
            String prefix = name.substring(0, name.lastIndexOf('_')) + ".";
            assertThat(read(file).stringPropertyNames()).as(name).allMatch(key -> key.startsWith(prefix));
        }
    }

    @Test
    void templates_askForTextsThatExist() throws IOException {
        Set<String> known = keys("_vi.properties");
        for (Path file : files(VIEWS)) {
            Matcher asked = ASKED.matcher(Files.readString(file));
            while (asked.find()) {
                assertThat(known).as(file.toString()).contains(asked.group(1));
            }
        }
    }

    private static Set<String> keys(String ending) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(TEXTS)) {
            if (file.toString().endsWith(ending)) {
                keys.addAll(read(file).stringPropertyNames());
            }
        }
        return keys;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
