package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans whose text is known, as Word and PDF files: the same plan, field by field. */
class OfficeFilesTest {
    private static final List<String> HEAD =
            List.of("title", "issuer", "number", "date", "basis", "replaces", "signer", "sections");
    private static final List<String> TASK = List.of(
            "key", "section", "content", "leadUnits", "executingUnits", "coordinatingUnits", "products", "timeFrame");

    @TempDir
    Path folder;

    static List<String> plans() {
        List<String> plans =
                new ArrayList<>(List.of("hai-au-province.txt", "song-lam-city.txt", "bai-cat-commune.txt"));
        PlanFiles.NAMES.stream()
                .filter(name -> Files.isRegularFile(PlanFiles.path(name)))
                .forEach(plans::add);
        return plans;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void read_whenThePlanIsAWordFile_isThePlanOfTheText(String name) throws Exception {
        ImportedPlan plan = plan(name);
        // A name that lies: the bytes decide.
        Path file = Files.write(folder.resolve("plan.txt"), WordFiles.of(OfficePlan.of(text(name), plan)));

        same(new PlanImporter().read(file), plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void read_whenThePlanIsAPdf_isThePlanOfTheText(String name) throws Exception {
        ImportedPlan plan = plan(name);
        Path file = Files.write(folder.resolve("plan.docx"), PdfFiles.of(OfficePlan.of(text(name), plan)));

        same(new PlanImporter().read(file), plan);
    }

    @Test
    void read_whenThePagesOfAPdfAreTurned_isThePlanOfTheText() throws Exception {
        ImportedPlan plan = plan("hai-au-province.txt");
        OfficePlan office = OfficePlan.of(text("hai-au-province.txt"), plan);

        same(new PlanImporter().read(Files.write(folder.resolve("turned.pdf"), PdfFiles.turned(office))), plan);
    }

    @Test
    void read_whenATableOfAPdfHasNoLines_isReadLikeTheFlattenedText() throws Exception {
        ImportedPlan plan = plan("hai-au-province.txt");
        OfficePlan office = OfficePlan.of(text("hai-au-province.txt"), plan);

        same(new PlanImporter().read(Files.write(folder.resolve("bare.pdf"), PdfFiles.withoutBorders(office))), plan);
    }

    private static void same(ImportedPlan read, ImportedPlan expected) {
        ObjectNode found = ImportedPlanJson.tree(read);
        ObjectNode wanted = ImportedPlanJson.tree(expected);
        SoftAssertions softly = new SoftAssertions();
        for (String field : HEAD) {
            softly.assertThat(found.get(field)).as(field).isEqualTo(wanted.get(field));
        }
        softly.assertThat(keys(found)).isEqualTo(keys(wanted));
        for (int i = 0;
                i < Math.min(found.get("tasks").size(), wanted.get("tasks").size());
                i++) {
            JsonNode task = wanted.get("tasks").get(i);
            for (String field : TASK) {
                softly.assertThat(found.get("tasks").get(i).get(field))
                        .as(task.get("key").asText() + " " + field)
                        .isEqualTo(task.get(field));
            }
        }
        softly.assertThat(read.reporting().stream()
                        .map(duty -> duty.from() + " " + duty.to() + " " + duty.by())
                        .toList())
                .isEqualTo(expected.reporting().stream()
                        .map(duty -> duty.from() + " " + duty.to() + " " + duty.by())
                        .toList());
        softly.assertThat(found.get("targets")).isEqualTo(wanted.get("targets"));
        softly.assertAll();
        assertThat(read.tasks()).isNotEmpty();
    }

    private static List<String> keys(JsonNode plan) {
        List<String> keys = new ArrayList<>();
        plan.get("tasks").forEach(task -> keys.add(task.get("key").asText()));
        return keys;
    }

    private static String text(String name) throws Exception {
        return name.endsWith(".txt") ? PlanFiles.sample(name) : PlanFiles.text(name);
    }

    private static ImportedPlan plan(String name) throws Exception {
        return new PlanImporter().readText(text(name), name);
    }
}
