package vn.sothon.server.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of a demonstration: a folder's, or the product's own samples. */
final class PlanTexts {
    private static final String SAMPLES = "/sample-plans/";

    private PlanTexts() {}

    /** Files with plans in that folder, or the samples copied into {@code workshop}, sorted by name. */
    static List<Path> files(@Nullable Path folder, Path workshop) throws IOException {
        Path from = folder == null ? copySamples(workshop.resolve("plans")) : folder;
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Path copySamples(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : names()) {
            try (InputStream in = Objects.requireNonNull(PlanTexts.class.getResourceAsStream(SAMPLES + name), name)) {
                Files.write(folder.resolve(name), in.readAllBytes());
            }
        }
        return folder;
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlanTexts.class.getResourceAsStream(SAMPLES + "index"), "the list of samples"),
                StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isEmpty()).forEach(names::add);
        }
        return names;
    }
}
