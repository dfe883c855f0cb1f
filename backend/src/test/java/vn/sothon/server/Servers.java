package vn.sothon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.sothon.server.app.RunningServer;

/** One running server per engine for a whole test class, in folders that go with it. */
public final class Servers implements AfterAllCallback {
    private final Map<Engine, RunningServer> running = new EnumMap<>(Engine.class);
    private final Path folder = newFolder();

    public synchronized RunningServer on(Engine engine) {
        return running.computeIfAbsent(engine, e -> e.start(folder(e)));
    }

    public Path folder(Engine engine) {
        return folder.resolve(engine.name());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        for (RunningServer server : running.values()) {
            server.close();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("sothon-servers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
