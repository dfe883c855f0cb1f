package vn.sothon.server.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.access.Scope;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Decisions;

/** When somebody leaves an office: what was in his hands passes to a successor, and the log says so. */
@Singleton
public class Handover {
    private static final String KIND = "HANDOVER";
    private static final int MOST_LISTED = 50;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final List<HandedOver> parts;
    private final PersonLookup people;
    private final AreaLookup areas;
    private final Decisions decisions;
    private final ServerClock clock;

    Handover(
            TransactionOperations<Connection> transactions,
            Writer writer,
            Collection<HandedOver> parts,
            PersonLookup people,
            AreaLookup areas,
            Decisions decisions,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.parts =
                parts.stream().sorted(Comparator.comparing(HandedOver::kind)).toList();
        this.people = people;
        this.areas = areas;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What is open in somebody's hands, of one kind. */
    public record Part(String kind, List<String> ids, List<HandedOver.Open> open) {
        static Part of(String kind, List<HandedOver.Open> open) {
            return new Part(kind, open.stream().map(HandedOver.Open::id).toList(), open);
        }
    }

    /** What a person holds of a kind, as the decision's document names it: ids alone, no names. */
    record Held(@JsonProperty("kind") String kind, @JsonProperty("ids") List<String> ids) {}

    /**
     * The document of a handover.
     *
     * @param before what was in the first person's hands
     * @param after what the successor has of it now
     */
    record Document(
            @JsonProperty("from") UUID from,
            @JsonProperty("to") UUID to,
            @JsonProperty("reason") String reason,
            @JsonProperty("before") List<Held> before,
            @JsonProperty("after") List<Held> after) {}

    /** A handover that was made. */
    public record Made(UUID id, UUID from, UUID to, UUID by, String reason, int passed, Instant madeAt) {}

    /** Everything open in that person's hands in a commune. */
    public List<Part> open(Scope scope, String communeCode, UUID personId) {
        require(scope, communeCode);
        return transactions.executeRead(status -> open(status.getConnection(), communeCode, personId));
    }

    /** People who ever had an office in the commune, and have something in their hands or could take it. */
    public List<Person> people(Scope scope, String communeCode) {
        require(scope, communeCode);
        return people.all().stream()
                .filter(person -> person.grants().stream().anyMatch(grant -> isHere(grant.areaCode(), communeCode)))
                .toList();
    }

    /** Who could take over: in an office of the commune today. */
    public List<Person> successors(Scope scope, String communeCode) {
        LocalDate today = clock.today();
        return people(scope, communeCode).stream()
                .filter(person -> person.grantsOn(today).stream()
                        .anyMatch(grant -> isHere(grant.areaCode(), communeCode)
                                && grant.role() != ActingRole.ADMINISTRATOR
                                && grant.role() != ActingRole.PROVINCE_VIEWER))
                .toList();
    }

    /**
     * Passes all of it on, in one transaction.
     *
     * @return what is in the successor's hands of it now
     * @throws AdminRefused {@code OUTSIDE_SCOPE}, {@code WRONG_PERSON}, {@code NOTHING_OPEN}
     */
    public List<Part> pass(Scope scope, String communeCode, UUID from, UUID to, String reason) {
        require(scope, communeCode);
        boolean fits = !from.equals(to)
                && successors(scope, communeCode).stream()
                        .anyMatch(person -> person.id().equals(to));
        if (!fits) {
            throw new AdminRefused("WRONG_PERSON", "The successor needs an office in the commune.");
        }
        return writer.write(tx -> {
            List<Part> before = open(tx.connection(), communeCode, from);
            if (before.isEmpty()) {
                throw new AdminRefused("NOTHING_OPEN", "Nothing is in this person's hands.");
            }
            for (HandedOver part : parts) {
                for (Part held : before) {
                    if (held.kind().equals(part.kind())) {
                        part.pass(tx, from, to, Set.copyOf(held.ids()));
                    }
                }
            }
            List<Part> after = passed(open(tx.connection(), communeCode, to), before);
            decisions.record(
                    tx,
                    communeCode,
                    KIND,
                    from.toString(),
                    scope.personId(),
                    new Document(from, to, reason, held(before), held(after)));
            return after;
        });
    }

    /** Handovers of a commune, newest first. */
    public List<Made> made(Scope scope, String communeCode) {
        require(scope, communeCode);
        return transactions.executeRead(status -> {
            List<Made> made = new ArrayList<>();
            for (Decisions.Decided decided : decisions.of(status.getConnection(), communeCode, KIND, MOST_LISTED)) {
                Document document = document(decided.document());
                int passed = document.after().stream()
                        .mapToInt(held -> held.ids().size())
                        .sum();
                made.add(new Made(
                        decided.id(),
                        document.from(),
                        document.to(),
                        decided.personId(),
                        document.reason(),
                        passed,
                        decided.madeAt()));
            }
            return made;
        });
    }

    private List<Part> open(Connection connection, String communeCode, UUID personId) throws SQLException {
        List<Part> open = new ArrayList<>();
        for (HandedOver part : parts) {
            List<HandedOver.Open> things = part.of(connection, personId, communeCode);
            if (!things.isEmpty()) {
                open.add(Part.of(part.kind(), things));
            }
        }
        return open;
    }

    private static List<Part> passed(List<Part> now, List<Part> before) {
        Set<String> wanted =
                before.stream().flatMap(part -> part.ids().stream()).collect(Collectors.toSet());
        List<Part> passed = new ArrayList<>();
        for (Part part : now) {
            List<HandedOver.Open> theirs = part.open().stream()
                    .filter(open -> wanted.contains(open.id()))
                    .toList();
            if (!theirs.isEmpty()) {
                passed.add(Part.of(part.kind(), theirs));
            }
        }
        return passed;
    }

    private static List<Held> held(List<Part> parts) {
        return parts.stream().map(part -> new Held(part.kind(), part.ids())).toList();
    }

    private boolean isHere(@Nullable String areaCode, String communeCode) {
        return areaCode != null && areas.path(areaCode).contains(communeCode);
    }

    private static Document document(String json) {
        try {
            return Json.tolerant(json, Document.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored decision is not understood", e);
        }
    }

    private static void require(Scope scope, String communeCode) {
        if (!scope.communes().contains(communeCode)) {
            throw new AdminRefused("OUTSIDE_SCOPE", "Not your commune.");
        }
    }
}
