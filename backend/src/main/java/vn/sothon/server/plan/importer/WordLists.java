package vn.sothon.server.plan.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The importer's vocabulary: data files, one entry a line, {@code #} begins a comment. */
final class WordLists {
    private static final String FOLDER = "/plan/import/";

    private WordLists() {}

    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The word list " + FOLDER + name + " is missing.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(Normalizer.normalize(line.strip(), Normalizer.Form.NFC));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Entries {@code left = right}, in the file's order. */
    static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int at = line.indexOf(" = ");
            if (at < 0) {
                throw new IllegalStateException("No ' = ' in " + FOLDER + name + ": " + line);
            }
            pairs.put(line.substring(0, at).strip(), line.substring(at + 3).strip());
        }
        return pairs;
    }

    /** All words of a file, whatever their line. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String line : lines(name)) {
            words.addAll(List.of(line.split("\\s+")));
        }
        return words;
    }
}
