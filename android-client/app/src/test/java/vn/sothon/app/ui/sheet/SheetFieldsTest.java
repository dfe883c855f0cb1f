package vn.sothon.app.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.junit.Test;
import vn.sothon.model.record.CheckSheet;

public class SheetFieldsTest {
    /** Follow from the checks, so that nobody can mend them here. */
    private static final Set<String> NOT_ASKED = Set.of("visit", "checkingBody");

    @Test
    public void fields_whenRefused_leadToTheirPage() {
        for (RecordComponent each : CheckSheet.class.getRecordComponents()) {
            assertThat(SheetStep.ofField("payload." + each.getName()) == SheetStep.SUMMARY)
                    .as(each.getName())
                    .isEqualTo(NOT_ASKED.contains(each.getName()));
        }
        assertThat(SheetStep.ofField("payload.total.reallyReceived")).isEqualTo(SheetStep.FIGURES);
        assertThat(SheetStep.ofField("payload.checks[0].hash")).isEqualTo(SheetStep.FIGURES);
        assertThat(SheetStep.ofField("time.wall")).isEqualTo(SheetStep.SUMMARY);
    }
}
