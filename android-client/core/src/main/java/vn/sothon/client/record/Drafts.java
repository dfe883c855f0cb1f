package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was begun and not yet sealed; saved after every change of a field, so that a dead battery costs nothing. */
public interface Drafts {
    /** Keeps this state of the draft in place of the former. */
    void save(Draft draft, Instant at);

    Optional<Draft> find(UUID id);

    /** All of them, the one touched last first. */
    List<Draft> all();

    void discard(UUID id);
}
