package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What a copy of the same document may change leaves the tasks as they are. */
class PerturbedPlansTest {
    static final List<String> PLANS = PlanFiles.NAMES;

    @ParameterizedTest
    @FieldSource("PLANS")
    void readText_whenLettersQuotesSpacesAndBlankLinesDiffer_yieldsTheSameTasks(String name) throws Exception {
        String text = PlanFiles.text(name);

        String changed = Perturbations.withoutTrailingSpaces(
                Perturbations.otherQuotes(Perturbations.decomposed(Perturbations.extraBlankLines(text, 11))));

        assertThat(tasks(changed)).isEqualTo(tasks(text));
    }

    @ParameterizedTest
    @FieldSource("PLANS")
    void readText_whenBlankLinesAreGoneAndLinesEndOtherwise_yieldsTheSameTasks(String name) throws Exception {
        String text = PlanFiles.text(name);

        assertThat(tasks(Perturbations.windowsLines(Perturbations.withoutBlankLines(text))))
                .isEqualTo(tasks(text));
    }

    @ParameterizedTest
    @CsvSource({
        "dong-nai-city, 72",
        "dong-nai-city, 110",
        "xop-commune, 80",
        "xop-commune, 100",
        "quang-ngai-party-committee, 60",
        "quang-ngai-party-committee, 90",
        "quang-ngai-party-committee, 120"
    })
    void readText_whenProseIsSetToAnotherWidth_yieldsTheSameTasks(String name, int width) throws Exception {
        String text = PlanFiles.text(name);

        assertThat(tasks(Perturbations.rewrapped(text, width))).isEqualTo(tasks(text));
    }

    @ParameterizedTest
    @CsvSource({"dong-nai-city, 3", "xop-commune, 4", "quang-ngai-party-committee, 5", "quang-ngai-party-committee, 6"})
    void readText_whenPagesBreakElsewhere_yieldsTheSameTasks(String name, long seed) throws Exception {
        String text = PlanFiles.text(name);

        assertThat(tasks(Perturbations.otherPageBreaks(text, seed))).isEqualTo(tasks(text));
    }

    @ParameterizedTest
    @CsvSource({
        "dong-thap-province, STT, 1",
        "dong-thap-province, STT, 2",
        "ngok-bay-commune, TT, 0",
        "ngok-bay-commune, TT, 3"
    })
    void readText_whenTheHeadingStandsOnceMore_yieldsTheSameTasks(String name, String first, long seed)
            throws Exception {
        String text = PlanFiles.text(name);

        assertThat(tasks(Perturbations.headingMore(text, first, seed))).isEqualTo(tasks(text));
    }

    @ParameterizedTest
    @CsvSource({
        "dong-thap-province, STT, 1",
        "dong-thap-province, STT, 3",
        "ngok-bay-commune, TT, 0",
        "ngok-bay-commune, TT, 1"
    })
    void readText_whenARepeatedHeadingIsLost_yieldsTheSameTasks(String name, String first, int which) throws Exception {
        String text = PlanFiles.text(name);

        assertThat(tasks(Perturbations.headingLess(text, first, which))).isEqualTo(tasks(text));
    }

    /** All but where it stood and what was doubtful about it. */
    private static List<JsonNode> tasks(String text) throws UnreadablePlan {
        List<JsonNode> tasks = new ArrayList<>();
        for (JsonNode task :
                ImportedPlanJson.tree(new PlanImporter().readText(text, "test")).get("tasks")) {
            ((ObjectNode) task).remove(List.of("source", "doubts"));
            tasks.add(task);
        }
        return tasks;
    }
}
