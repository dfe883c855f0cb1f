package vn.sothon.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PhrasesTest {
    @Test
    public void phrase_whenTapped_joinsWhatIsWrittenAndLeavesAgain() {
        String once = Phrases.turned("Chị Phượng nuôi bò tốt", "Sổ sách ghi đủ");
        assertThat(once).isEqualTo("Chị Phượng nuôi bò tốt\nSổ sách ghi đủ");
        assertThat(Phrases.has(once, "Sổ sách ghi đủ")).isTrue();
        assertThat(Phrases.turned(once, "Sổ sách ghi đủ")).isEqualTo("Chị Phượng nuôi bò tốt");
    }

    @Test
    public void phrase_whenNothingIsWritten_standsAlone() {
        assertThat(Phrases.turned(null, "Vốn được dùng đúng mục đích")).isEqualTo("Vốn được dùng đúng mục đích");
    }
}
