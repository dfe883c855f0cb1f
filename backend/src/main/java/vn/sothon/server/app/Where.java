package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.sothon.model.json.Json;
import vn.sothon.server.ops.DataFolder;

/** The server a command works on, and the way to it: options shared by all commands that need one. */
final class Where {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "sothon-data",
            description = "The server's folder (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("sothon-data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "jdbc:postgresql://... instead of the database file in the folder.")
    @Nullable
    String db;

    @Option(
            names = "--db-user",
            paramLabel = "NAME",
            description = "Its user; the password is read from the environment: SOTHON_DB_PASSWORD.")
    @Nullable
    String dbUser;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec mixee;

    ServerSettings settings(String host, int port, boolean tls) throws IOException {
        DatabaseFile.Choice choice = db == null ? DatabaseFile.read(data) : new DatabaseFile.Choice(db, dbUser);
        String user = dbUser == null ? choice.user() : dbUser;
        return new ServerSettings(data, choice.url(), user, System.getenv("SOTHON_DB_PASSWORD"), host, port, tls);
    }

    /** A folder served from elsewhere stays with that database: later commands need not name it. */
    void rememberDatabase() throws IOException {
        if (db != null) {
            DatabaseFile.write(data, new DatabaseFile.Choice(db, dbUser));
        }
    }

    /** Whether the person named a server, for commands that can do without one. */
    boolean isGiven() {
        CommandLine.ParseResult said = spec().commandLine().getParseResult();
        return said.hasMatchedOption("--data") || said.hasMatchedOption("--db");
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /**
     * Has an admin command done and its answer printed.
     *
     * @param args what its bean reads, as JSON
     * @return the exit code
     */
    int ask(String command, Object args, BiConsumer<JsonNode, PrintWriter> print) {
        return ask(command, args, print, refusal -> REFUSED);
    }

    /** The same, for a command that tells some refusals from others by its exit code. */
    int ask(
            String command,
            Object args,
            BiConsumer<JsonNode, PrintWriter> print,
            ToIntFunction<String> exitCodeOfRefusal) {
        try {
            JsonNode outcome = new AdminDoor(settings("127.0.0.1", 0, false)).run(command, Json.tree(args));
            JsonNode answer = outcome.get("ok");
            if (answer == null) {
                err().println(outcome.path("sentence").asText());
                return exitCodeOfRefusal.applyAsInt(outcome.path("refused").asText());
            }
            print.accept(answer, out());
            return DONE;
        } catch (DataFolder.InUse e) {
            err().println("Another process works on " + data + " and does not answer.");
            return USAGE;
        } catch (IOException e) {
            err().println("It could not be done: " + e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }

    private CommandSpec spec() {
        if (mixee == null) {
            throw new IllegalStateException("not part of a command");
        }
        return mixee;
    }
}
