package vn.sothon.server.loan.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A data file of lines {@code KEY = word | word}; a line that starts with a bar continues the one before. */
final class WordFile {
    record Entry(String key, List<String> words) {}

    private final String name;
    private final List<Entry> entries;

    private WordFile(String name, List<Entry> entries) {
        this.name = name;
        this.entries = entries;
    }

    static WordFile load(String name) {
        try (InputStream in = WordFile.class.getResourceAsStream("/roster/" + name)) {
            if (in == null) {
                throw new IllegalStateException("resource roster/" + name + " is missing");
            }
            return new WordFile(name, parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    List<String> words(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("roster/" + name + " has no " + key))
                .words();
    }

    private static List<Entry> parse(BufferedReader reader) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String line;
        while ((line = reader.readLine()) != null) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("|")) {
                entries.get(entries.size() - 1).words().addAll(split(text.substring(1)));
            } else {
                int equals = text.indexOf('=');
                entries.add(new Entry(text.substring(0, equals).strip(), split(text.substring(equals + 1))));
            }
        }
        return entries;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\|", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
