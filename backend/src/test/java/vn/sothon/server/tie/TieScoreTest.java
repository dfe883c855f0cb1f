package vn.sothon.server.tie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.rule.TieRule;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** The rule against records labelled before it was written. Prints the score; docs/ties.md keeps it. */
class TieScoreTest {
    private static final double FIRST_CHOICE = 0.95;

    /** The second was labelled when the rule had long stood, and before it was run on it. */
    private static final List<String> SETS = List.of("labelled.jsonl", "labelled-second.jsonl");

    private static final List<Labelled> RECORDS = new ArrayList<>();
    private static final Map<String, List<PlanTask>> PLANS = new HashMap<>();

    record Labelled(String line, String plan, String expected, List<String> got) {
        boolean first() {
            return !got.isEmpty() && got.get(0).equals(expected);
        }
    }

    @BeforeAll
    static void tieEveryRecord() throws IOException, BadLine, UnreadablePlan {
        TieRule rule = new TieRule();
        for (String line : lines()) {
            JsonNode node = new ObjectMapper().readTree(line);
            String plan = node.get("plan").asText();
            if (!PLANS.containsKey(plan)) {
                PLANS.put(plan, ImportedTasks.read(plans().resolve(plan + ".txt")));
            }
            TieAnswer answer = rule.answer(RecordLine.read(line).question(), PLANS.get(plan));
            RECORDS.add(new Labelled(line, plan, node.get("expected").asText(), keys(answer)));
        }
    }

    @Test
    void firstChoice_ofTheLabelledRecords_isRightInNineteenOfTwenty() {
        List<Labelled> wrong = RECORDS.stream().filter(r -> !r.first()).toList();
        wrong.forEach(r -> System.out.println("not first: " + r.got() + " for " + r.line()));
        double score = 1 - (double) wrong.size() / RECORDS.size();
        System.out.printf("first choice right: %d of %d%n", RECORDS.size() - wrong.size(), RECORDS.size());

        assertThat(RECORDS).hasSizeGreaterThanOrEqualTo(120);
        assertThat(score).isGreaterThanOrEqualTo(FIRST_CHOICE);
    }

    @Test
    void firstThree_ofTheLabelledRecords_alwaysHoldTheRightTask() {
        assertThat(RECORDS).allSatisfy(r -> assertThat(r.got()).as(r.line()).contains(r.expected()));
    }

    @Test
    void labels_nameTasksOfTheirPlan() throws IOException {
        for (String line : lines()) {
            JsonNode node = new ObjectMapper().readTree(line);
            List<String> keys = Objects.requireNonNull(
                            PLANS.get(node.get("plan").asText()))
                    .stream()
                    .map(PlanTask::key)
                    .toList();
            assertThat(keys).contains(node.get("expected").asText());
            StreamSupport.stream(node.get("acceptable").spliterator(), false)
                    .forEach(key -> assertThat(keys).contains(key.asText()));
        }
    }

    private static List<String> keys(TieAnswer answer) {
        List<String> keys = new ArrayList<>();
        if (answer instanceof TieAnswer.Tied tied) {
            keys.add(tied.task().key());
            tied.others().forEach(other -> keys.add(other.task().key()));
        }
        return keys;
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String set : SETS) {
            try (InputStream labelled = TieScoreTest.class.getResourceAsStream("/tie/" + set)) {
                new String(Objects.requireNonNull(labelled).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    static Path plans() {
        String named = System.getProperty("sothon.plans");
        Path found = named == null ? Path.of("..", "..", "shared", "plans") : Path.of(named);
        assertThat(Files.isDirectory(found))
                .as("plan texts in " + found.toAbsolutePath())
                .isTrue();
        return found;
    }
}
