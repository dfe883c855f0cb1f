package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sothon person …}. */
@Command(
        name = "person",
        description = "People and what they are granted.",
        synopsisSubcommandLabel = "add|list|grant|end|borrower")
final class PersonCommand {

    @Command(name = "add", description = "Registers a person with a first role. Prints the person's id.")
    int add(
            @Mixin Where where,
            @Parameters(paramLabel = "NAME", description = "Full name.") String name,
            @Mixin GrantOptions grant,
            @Option(names = "--phone", paramLabel = "NUMBER", description = "Telephone number.") @Nullable
                    String phone) {
        Arguments args = new Arguments().with("name", name).with("phone", phone).with("grant", grant.arguments());
        return where.ask("person.add", args.node(), PersonCommand::print);
    }

    @Command(name = "list", description = "Shows all people and their grants.")
    int list(@Mixin Where where) {
        return where.ask(
                "person.list", new Arguments().node(), (answer, out) -> answer.forEach(person -> print(person, out)));
    }

    @Command(name = "grant", description = "Grants a person a further role.")
    int grant(
            @Mixin Where where,
            @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person,
            @Mixin GrantOptions grant) {
        Arguments args = new Arguments().with("person", person).with("grant", grant.arguments());
        return where.ask("person.grant", args.node(), PersonCommand::print);
    }

    @Command(name = "end", description = "Ends a grant.")
    int end(
            @Mixin Where where,
            @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person,
            @Parameters(paramLabel = "GRANT", description = "The grant's id, from 'person list'.") UUID grant,
            @Option(names = "--on", paramLabel = "DAY", description = "Its last day (default: today).") @Nullable
                    LocalDate on) {
        Arguments args =
                new Arguments().with("person", person).with("grant", grant).with("on", on);
        return where.ask("person.end", args.node(), PersonCommand::print);
    }

    @Command(
            name = "borrower",
            description = "Says that a person borrows under a customer's code, or does not: nobody is shown records of"
                    + " his own loans. Without a code it shows what is known.")
    int borrower(
            @Mixin Where where,
            @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person,
            @Option(names = "--customer", paramLabel = "CODE", description = "The bank's code of the customer.")
                    @Nullable
                    String customer,
            @Option(names = "--not", description = "It is somebody else of the same name.") boolean not) {
        Arguments args = new Arguments()
                .with("person", person)
                .with("customer", customer)
                .with("same", !not);
        return where.ask("person.borrower", args.node(), (answer, out) -> {
            answer.path("said")
                    .forEach(said -> out.println((said.path("same").asBoolean() ? "is      " : "is not  ")
                            + said.path("code").asText()));
            out.println(
                    answer.path("name").asText() + ": " + answer.path("loans").asInt() + " own loans are known.");
        });
    }

    private static void print(JsonNode person, PrintWriter out) {
        out.println(person.path("id").asText() + "  " + person.path("name").asText());
        for (JsonNode held : person.path("grants")) {
            JsonNode grant = held.path("grant");
            StringBuilder line = new StringBuilder("    ")
                    .append(held.path("id").asText())
                    .append("  ")
                    .append(grant.path("role").asText())
                    .append(" for ")
                    .append(grant.path("areaCode").asText());
            for (String detail : new String[] {"groupCode", "association"}) {
                if (grant.has(detail)) {
                    line.append(' ').append(grant.path(detail).asText());
                }
            }
            line.append(" from ").append(grant.path("from").asText());
            if (grant.has("to")) {
                line.append(" to ").append(grant.path("to").asText());
            }
            out.println(line);
        }
    }
}
