package vn.sothon.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import vn.sothon.server.app.RunningServer;

/** One running server per engine for a whole test class. */
public final class Servers implements AutoCloseable {
    private final Path folder;
    private final Map<Engine, RunningServer> running = new EnumMap<>(Engine.class);

    public Servers(Path folder) {
        this.folder = folder;
    }

    public synchronized RunningServer on(Engine engine) {
        return running.computeIfAbsent(engine, e -> e.start(folder(e)));
    }

    public Path folder(Engine engine) {
        return folder.resolve(engine.name());
    }

    @Override
    public void close() throws IOException {
        for (RunningServer server : running.values()) {
            server.close();
        }
    }
}
