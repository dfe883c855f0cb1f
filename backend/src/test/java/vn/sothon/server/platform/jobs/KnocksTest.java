package vn.sothon.server.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.sothon.server.platform.jobs.Knocks.Heard;

class KnocksTest {
    private final Knocks knocks = new Knocks();

    @Test
    void listening_whenNobodyKnocks_endsInTime() throws Exception {
        assertThat(knocks.listen(Duration.ofMillis(1))).isEqualTo(Heard.NOBODY);
    }

    @Test
    void knock_whileAPatientOneWaits_isHeardFirst() throws Exception {
        knocks.knock(Duration.ofHours(1));
        knocks.knock(Duration.ZERO);

        assertThat(knocks.listen(Duration.ofSeconds(20))).isEqualTo(Heard.AT_ONCE);
        assertThat(knocks.listen(Duration.ofMillis(1))).isEqualTo(Heard.NOBODY);
    }

    @Test
    void patientKnocks_howeverMany_areHeardOnceWhenTheFirstIsDue() throws Exception {
        knocks.knock(Duration.ofMillis(5));
        knocks.knock(Duration.ofHours(1));
        knocks.knock(Duration.ZERO);

        Heard first = knocks.listen(Duration.ofSeconds(20));
        Heard heard = first == Heard.AT_ONCE ? knocks.listen(Duration.ofSeconds(20)) : first;

        assertThat(heard).isEqualTo(Heard.EVERYTHING);
        assertThat(knocks.listen(Duration.ofMillis(1))).isEqualTo(Heard.NOBODY);
    }
}
