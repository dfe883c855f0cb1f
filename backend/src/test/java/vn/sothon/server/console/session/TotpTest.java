package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
    /** The 20 ASCII digits of RFC 6238's table, in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void codes_areThoseOfTheStandard() {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(1_111_111_109L))).isEqualTo("081804");
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    @Test
    void aCode_ofANeighbouringStep_isTakenOnceOnly() {
        Instant now = Instant.ofEpochSecond(1_111_111_109L);
        String early = Totp.codeAt(SECRET, now.minusSeconds(30));

        long step = Totp.stepOf(early, SECRET, now, 0).orElseThrow();

        assertThat(Totp.stepOf(early, SECRET, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.codeAt(SECRET, now.minusSeconds(90)), SECRET, now, 0))
                .isEmpty();
    }
}
