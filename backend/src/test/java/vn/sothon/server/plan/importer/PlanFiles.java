package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The five public plans, which stand outside the repository, and what they say. */
final class PlanFiles {
    static final List<String> NAMES = List.of(
            "dong-thap-province", "dong-nai-city", "ngok-bay-commune", "quang-ngai-party-committee", "xop-commune");

    private PlanFiles() {}

    static Path path(String name) {
        String folder = System.getProperty("sothon.plans");
        Path plans = folder != null ? Path.of(folder) : Path.of("..", "..", "shared", "plans");
        return plans.resolve(name + ".txt");
    }

    static String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    static JsonNode expected(String name) throws IOException {
        try (InputStream in = PlanFiles.class.getResourceAsStream("/plan/expected/" + name + ".json")) {
            if (in == null) {
                throw new IOException("Nothing is expected of " + name);
            }
            return new ObjectMapper().readTree(in);
        }
    }

    static String sample(String name) throws IOException {
        try (InputStream in = PlanFiles.class.getResourceAsStream("/sample-plans/" + name)) {
            if (in == null) {
                throw new IOException("There is no sample plan " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
