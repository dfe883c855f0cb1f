package vn.sothon.model.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;

/** The papers can be filled only if every cell of them is a field of the model. */
class FormCellsTest {
    private static final Map<String, Class<?>> TYPES = Stream.of(
                    LoanUseCheck.class,
                    CheckSheet.class,
                    CheckSheet.Total.class,
                    CheckSheet.Share.class,
                    MonitoringMinutes.class,
                    MonitoringMinutes.Recommendation.class,
                    MonitoringMinutes.WorkArea.class,
                    GroupFigures.class,
                    ChecklistAnswer.class,
                    Inspector.class,
                    SeenLoan.class,
                    ItemHead.class,
                    ItemBody.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    static List<String> cells() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FormCellsTest.class.getResourceAsStream("/forms/cells.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cell_ofAForm_isANamedField(String line) {
        String[] field = line.split("\\|", -1)[2].trim().split("\\.", -1);
        Class<?> type = Objects.requireNonNull(TYPES.get(field[0]), field[0]);

        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .contains(field[1]);
    }

    @Test
    void form_eachOfTheFour_hasCells() throws IOException {
        assertThat(cells().stream().map(line -> line.split("\\|", -1)[0].trim()).distinct())
                .containsExactly("06/TD", "06A/TD", "16/TD", "02/BB");
    }

    @Test
    void checklist_of16Td_hasSixteenQuestions() {
        assertThat(ChecklistAnswer.Item.values()).hasSize(16);
    }
}
