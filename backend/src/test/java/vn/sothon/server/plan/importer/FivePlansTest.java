package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The five plans, field by field, against files written by reading the documents. */
class FivePlansTest {
    static final List<String> PLANS = PlanFiles.NAMES;

    private static final List<String> HEAD =
            List.of("title", "issuer", "number", "date", "basis", "replaces", "signer", "sections", "reporting");

    @ParameterizedTest
    @FieldSource("PLANS")
    void read_whenGivenThePublicPlan_yieldsItsHeadAndDuties(String name) throws Exception {
        ObjectNode plan = ImportedPlanJson.tree(new PlanImporter().read(PlanFiles.path(name)));
        JsonNode expected = PlanFiles.expected(name);

        SoftAssertions softly = new SoftAssertions();
        for (String field : HEAD) {
            softly.assertThat(plan.get(field)).as(field).isEqualTo(expected.get(field));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @FieldSource("PLANS")
    void read_whenGivenThePublicPlan_yieldsItsTasksFieldByField(String name) throws Exception {
        JsonNode tasks = ImportedPlanJson.tree(new PlanImporter().read(PlanFiles.path(name)))
                .get("tasks");
        JsonNode expected = PlanFiles.expected(name).get("tasks");

        assertThat(keys(tasks)).isEqualTo(keys(expected));
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < expected.size(); i++) {
            JsonNode task = tasks.get(i);
            for (var field : expected.get(i).properties()) {
                softly.assertThat(task.get(field.getKey()))
                        .as(task.get("key").asText() + " " + field.getKey())
                        .isEqualTo(field.getValue());
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @FieldSource("PLANS")
    void read_whenGivenThePublicPlan_yieldsItsTargets(String name) throws Exception {
        JsonNode targets = ImportedPlanJson.tree(new PlanImporter().read(PlanFiles.path(name)))
                .get("targets");
        List<String> found = new ArrayList<>();
        for (JsonNode target : targets) {
            found.add("[%s,%s,%s,%s,%s]"
                    .formatted(
                            target.get("task"),
                            target.get("from"),
                            target.get("to"),
                            target.get("year"),
                            target.get("yearly")));
        }
        List<String> expected = new ArrayList<>();
        PlanFiles.expected(name).get("targets").forEach(target -> expected.add(target.toString()));
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> keys(JsonNode tasks) {
        List<String> keys = new ArrayList<>();
        tasks.forEach(task -> keys.add(task.get("key").asText()));
        return keys;
    }
}
