package vn.sothon.server.loan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;

/** One server per engine for all tests of a class; each test has a commune of its own there. */
final class EnginesRunning implements AutoCloseable {
    private final Path folder;
    private final Map<Engine, RunningServer> servers = new EnumMap<>(Engine.class);

    EnginesRunning(Path folder) {
        this.folder = folder;
    }

    RunningServer on(Engine engine) {
        return servers.computeIfAbsent(engine, one -> one.start(folder.resolve(one.name())));
    }

    @Override
    public void close() throws IOException {
        for (RunningServer server : servers.values()) {
            server.close();
        }
    }
}
