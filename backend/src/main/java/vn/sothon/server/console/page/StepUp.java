package vn.sothon.server.console.page;

import io.micronaut.http.HttpResponse;
import java.util.Optional;

/** Asks for the password once more before an act that cannot be taken back or carries data away. */
public final class StepUp {
    private StepUp() {}

    /**
     * Where the visitor must go first; empty if the password was given within the last minutes.
     *
     * @param back the page with the act on it
     */
    public static Optional<HttpResponse<String>> before(Visitor visitor, String back) {
        return visitor.confirmedAt() != null
                ? Optional.empty()
                : Optional.of(Pages.to("/account/confirm?to=" + Inside.encoded(back)));
    }
}
