package vn.sothon.app.data.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import vn.sothon.client.store.Notes;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** What the person has not been told yet about a damaged file; kept until he or she says so, whatever happens to the app. */
public final class SalvageNews {
    private static final String NOTE = "salvage.untold";

    private final Notes notes;

    public SalvageNews(Notes notes) {
        this.notes = notes;
    }

    /**
     * The news.
     *
     * @param records sealed ones that were saved
     * @param unsent of them, those the commune has not answered for
     * @param drafts begun forms that were saved
     * @param partly whether something else could not be read
     */
    public record Told(
            @JsonProperty(value = "records", required = true) int records,
            @JsonProperty(value = "unsent", required = true) int unsent,
            @JsonProperty(value = "drafts", required = true) int drafts,
            @JsonProperty(value = "partly", required = true) boolean partly) {}

    public void tell(Salvage.Outcome outcome) {
        notes.put(
                NOTE,
                Json.write(new Told(
                        outcome.rows().getOrDefault("record", 0),
                        outcome.rows().getOrDefault("outbox", 0),
                        outcome.rows().getOrDefault("draft", 0),
                        !outcome.unreadable().isEmpty())));
    }

    public Optional<Told> untold() {
        return notes.find(NOTE).flatMap(SalvageNews::read);
    }

    /** The person has read it. */
    public void told() {
        notes.remove(NOTE);
    }

    private static Optional<Told> read(String json) {
        try {
            return Optional.of(Json.tolerant(json, Told.class));
        } catch (JsonRefused e) {
            return Optional.empty();
        }
    }
}
