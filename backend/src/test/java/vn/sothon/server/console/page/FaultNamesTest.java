package vn.sothon.server.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong is listed with the name of its field. */
class FaultNamesTest {
    private static final String MARK = "<a href=\"#field-a\"><b data-label-of=\"field-a\"></b>must be filled</a>";

    @Test
    void mark_whoseFieldHasALabel_becomesThatLabel() {
        String page = MARK
                + "<label class=\"x\" for=\"field-ab\">Other</label><label for=\"field-a\">Pay $1 &amp; <i>more</i></label>";

        assertThat(FaultNames.fill(page))
                .startsWith("<a href=\"#field-a\"><b>Pay $1 &amp; more:</b> must be filled</a>");
    }

    @Test
    void mark_whoseFieldHasNone_isTakenOut() {
        assertThat(FaultNames.fill(MARK)).isEqualTo("<a href=\"#field-a\">must be filled</a>");
    }
}
