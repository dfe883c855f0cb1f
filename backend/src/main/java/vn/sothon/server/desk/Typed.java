package vn.sothon.server.desk;

import java.util.List;
import java.util.UUID;
import vn.sothon.model.sync.Push.Problem;

/** What became of a typed paper. */
public sealed interface Typed {
    /**
     * Stored as records like any other.
     *
     * @param held whether any of them waits for a person, e.g. because the typist had no office there on that day
     * @param notes what the server noted, e.g. {@code LOAN_UNMATCHED}
     */
    record Stored(UUID id, int records, boolean held, List<String> notes) implements Typed {}

    /** It was typed in before. */
    record Before(UUID id) implements Typed {}

    /** Something in it does not hold; nothing is stored. Fields of row n begin with {@code rows[n].}. */
    record Incomplete(List<Problem> problems) implements Typed {}
}
