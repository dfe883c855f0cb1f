package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sothon account …}. */
@Command(
        name = "account",
        description = "Who may sign in at the console; the way back in when nobody can.",
        synopsisSubcommandLabel = "list|open|password|reset-code|close|first")
final class AccountCommand {

    @Command(name = "list", description = "Shows all accounts.")
    int list(@Mixin Where where) {
        return where.ask(
                "account.list",
                new Arguments().node(),
                (answer, out) -> answer.forEach(account -> print(account, out)));
    }

    @Command(
            name = "open",
            description = "Opens an account; prints a link to set its password, good once, for 72 hours.")
    int open(
            @Mixin Where where,
            @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person,
            @Option(names = "--as", paramLabel = "USER", required = true, description = "The name to sign in with.")
                    String userName) {
        Arguments args = new Arguments().with("person", person).with("userName", userName);
        return where.ask("account.open", args.node(), AccountCommand::print);
    }

    @Command(name = "password", description = "Prints a link to set a new password, good once, for 72 hours.")
    int password(
            @Mixin Where where, @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person) {
        return where.ask(
                "account.password", new Arguments().with("person", person).node(), AccountCommand::print);
    }

    @Command(
            name = "reset-code",
            description = "The phone with the sign-in codes is gone: another is set up next time.")
    int resetCode(
            @Mixin Where where, @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person) {
        return where.ask(
                "account.reset-code", new Arguments().with("person", person).node(), AccountCommand::print);
    }

    @Command(name = "close", description = "Nobody signs in with this account any more.")
    int close(@Mixin Where where, @Parameters(paramLabel = "PERSON", description = "Id, or full name.") String person) {
        return where.ask("account.close", new Arguments().with("person", person).node(), AccountCommand::print);
    }

    @Command(
            name = "first",
            description = "Prints the link of the first administrator again, good once, for 30 minutes.")
    int first(@Mixin Where where) {
        return where.ask(
                "account.first",
                new Arguments().node(),
                (answer, out) -> out.println(answer.path("link").asText()));
    }

    private static void print(JsonNode account, PrintWriter out) {
        StringBuilder line = new StringBuilder(account.path("personId").asText())
                .append("  ")
                .append(account.path("name").asText())
                .append("  signs in as ")
                .append(account.path("userName").asText());
        if (account.path("closed").asBoolean()) {
            line.append(", closed");
        } else if (!account.path("hasPassword").asBoolean()) {
            line.append(", no password yet");
        }
        if (account.path("secondFactor").asBoolean()) {
            line.append(", with a code");
        }
        out.println(line);
        if (account.has("link")) {
            out.println("  " + account.path("link").asText());
        }
    }
}
