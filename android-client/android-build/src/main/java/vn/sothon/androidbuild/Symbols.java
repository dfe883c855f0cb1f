package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes each library's {@code R}: only the names its own code uses, with the numbers the app's table gave them. A name
 * the table lacks belongs to a library that is not shipped.
 */
final class Symbols {
    /** Lines {@code int[] styleable Name { … }} have their value after three words, so the value is the rest. */
    private static final int WORDS = 4;

    private final Map<String, String> values = new HashMap<>();

    /**
     * @param table the {@code R.txt} of the linked app
     */
    Symbols(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            String[] words = line.split(" ", WORDS);
            values.put(key(words), words[3]);
        }
    }

    void write(List<Library> libraries, String appPackage, Path sources) throws IOException {
        Map<String, Map<String, Map<String, String>>> packages = new TreeMap<>();
        for (Library library : libraries) {
            if (Files.exists(library.symbols()) && !library.packageName().equals(appPackage)) {
                collect(library.symbols(), packages.computeIfAbsent(library.packageName(), name -> new TreeMap<>()));
            }
        }
        for (Map.Entry<String, Map<String, Map<String, String>>> one : packages.entrySet()) {
            Path file = sources.resolve(one.getKey().replace('.', '/')).resolve("R.java");
            String text = text(one.getKey(), one.getValue());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(Zips.parent(file));
                Files.writeString(file, text);
            }
        }
    }

    private void collect(Path symbols, Map<String, Map<String, String>> types) throws IOException {
        for (String line : Files.readAllLines(symbols)) {
            String[] words = line.split(" ", WORDS);
            String value = words.length < WORDS ? null : values.get(key(words));
            if (value != null) {
                types.computeIfAbsent(words[1], type -> new TreeMap<>())
                        .put(words[2], words[0] + " " + words[2] + " = " + value);
            }
        }
    }

    private static String text(String packageName, Map<String, Map<String, String>> types) {
        StringBuilder text = new StringBuilder("package " + packageName + ";\n\npublic final class R {\n");
        types.forEach((type, names) -> {
            text.append("    public static final class ").append(type).append(" {\n");
            names.values().forEach(field -> text.append("        public static final ")
                    .append(field)
                    .append(";\n"));
            text.append("    }\n");
        });
        return text.append("}\n").toString();
    }

    private static String key(String[] words) {
        return words[0] + " " + words[1] + " " + words[2];
    }
}
