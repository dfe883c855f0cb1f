package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sothon.model.plan.Acceptance;

/** The lists must know more ways to put it than the plans they were first tried on. */
class OtherWordingsTest {
    private final TaskClassifier classifier = new TaskClassifier();

    @ParameterizedTest
    @MethodSource("wordings")
    void classify_whenAnotherPlanPutsItAnotherWay_understands(String line) {
        String[] expected = line.split(" *; *", 4);
        List<Acceptance> accepted = classifier.classify(expected[3], List.of());
        if (expected[0].equals("-")) {
            assertThat(accepted).isEmpty();
            return;
        }
        Acceptance closest = accepted.get(0);
        assertThat(closest.record().name()).isEqualTo(expected[0]);
        assertThat(names(closest.authors())).isEqualTo(expected[1]);
        assertThat(names(closest.visits())).isEqualTo(expected[2]);
        assertThat(expected[3]).contains(closest.phrase());
    }

    private static String names(Iterable<? extends Enum<?>> codes) {
        List<String> names = StreamSupport.stream(codes.spliterator(), false)
                .<String>map(Enum::name)
                .sorted()
                .toList();
        return names.isEmpty() ? "-" : String.join(",", names);
    }

    static List<String> wordings() throws IOException {
        try (InputStream file = OtherWordingsTest.class.getResourceAsStream("/tie/other-wordings.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
