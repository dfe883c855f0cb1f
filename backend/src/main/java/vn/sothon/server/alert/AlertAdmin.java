package vn.sothon.server.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.json.Json;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Alerts on the command line: always in somebody's name, with what that person may see and do. */
@Factory
final class AlertAdmin {
    private static final int MOST = 500;

    private final AlertLookup lookup;
    private final AlertService alerts;
    private final PersonLookup people;
    private final Writer writer;
    private final ServerClock clock;

    AlertAdmin(AlertLookup lookup, AlertService alerts, PersonLookup people, Writer writer, ServerClock clock) {
        this.lookup = lookup;
        this.alerts = alerts;
        this.people = people;
        this.writer = writer;
        this.clock = clock;
    }

    @Singleton
    @Named("alert.list")
    AdminCommand list() {
        return AdminCommand.of("alert.list", args -> {
            Wanted wanted = Json.tolerant(args, Wanted.class);
            Person person = people.one(wanted.person());
            AlertFilter filter = wanted.all() ? AlertFilter.ALL : AlertFilter.UNRESOLVED;
            AlertSentences sentences =
                    AlertSentences.in(Locale.forLanguageTag(wanted.language() == null ? "vi" : wanted.language()));
            ArrayNode answer = JsonNodeFactory.instance.arrayNode();
            for (AlertLookup.Entry entry : lookup.inbox(person.id(), filter, MOST, 0)) {
                answer.addObject()
                        .put("title", sentences.title(entry.alert().rule()))
                        .put("sentence", sentences.say(entry.alert()))
                        .set("alert", Json.tree(entry.alert()));
            }
            return answer;
        });
    }

    @Singleton
    @Named("alert.ack")
    AdminCommand acknowledge() {
        return AdminCommand.of("alert.ack", args -> answered(args, AlertState.ACKNOWLEDGED));
    }

    @Singleton
    @Named("alert.resolve")
    AdminCommand resolve() {
        return AdminCommand.of("alert.resolve", args -> answered(args, AlertState.RESOLVED));
    }

    private JsonNode answered(JsonNode args, AlertState state) throws Exception {
        Answer answer = Json.tolerant(args, Answer.class);
        Person person = people.one(answer.person());
        AlertLookup.Entry entry = lookup.find(person.id(), answer.alert())
                .map(AlertLookup.Detail::entry)
                .orElseThrow(
                        () -> new AdminRefused("UNKNOWN_ALERT", "This person has no alert " + answer.alert() + "."));
        Actor actor = new Actor(person.id(), entry.role());
        Instant now = clock.now();
        ActOutcome outcome = writer.write(tx -> {
            if (state == AlertState.ACKNOWLEDGED) {
                return alerts.acknowledge(tx, answer.alert(), actor, entry.version(), answer.note(), now);
            }
            if (answer.note() == null || answer.note().isBlank()) {
                throw new AdminRefused("NOTE_MISSING", "Say with --note how the matter was settled.");
            }
            return alerts.resolve(tx, answer.alert(), actor, entry.version(), answer.note(), now);
        });
        if (!outcome.tookEffect()) {
            throw new AdminRefused(outcome.name(), sentence(outcome));
        }
        return Json.tree(lookup.find(person.id(), answer.alert())
                .map(detail -> detail.entry().alert())
                .orElse(entry.alert()));
    }

    private static String sentence(ActOutcome outcome) {
        return switch (outcome) {
            case NOT_ADDRESSED -> "This person may see the alert, but it is not his or hers to answer.";
            case ALREADY -> "It has been answered already.";
            case OPENED_ANEW -> "It was opened anew meanwhile; look at it again.";
            default -> "Nothing was changed.";
        };
    }

    /**
     * What to list.
     *
     * @param person id or name
     */
    record Wanted(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("all") @Nullable Boolean everything,
            @JsonProperty("language") @Nullable String language) {

        boolean all() {
            return Boolean.TRUE.equals(everything);
        }
    }

    record Answer(
            @JsonProperty(value = "alert", required = true) UUID alert,
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("note") @Nullable String note) {}
}
