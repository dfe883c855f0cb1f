package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sothon checkpoint}. */
@Command(
        name = "checkpoint",
        description = "Signs where each log stands now, for somebody outside to keep: 'verify --against' holds the logs"
                + " against it later.")
final class CheckpointCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(names = "--out", paramLabel = "FILE", description = "Writes it there instead of printing it.")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        try {
            return where.ask("checkpoint", new Arguments().node(), this::print);
        } catch (UncheckedIOException e) {
            where.err().println(file + " cannot be written.");
            return Where.REFUSED;
        }
    }

    private void print(JsonNode bundle, PrintWriter out) {
        if (file == null) {
            out.println(bundle);
            return;
        }
        try {
            Files.writeString(file, bundle + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(bundle.path("checkpoints").size() + " logs signed in " + file + "; the keys they are verified by:");
        bundle.path("keys").fieldNames().forEachRemaining(id -> out.println("  " + id));
    }
}
