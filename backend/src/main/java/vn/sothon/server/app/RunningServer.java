package vn.sothon.server.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import vn.sothon.server.ops.DataFolder;

/** A server that runs in this process, and how it ends: everything written, one database file. */
public final class RunningServer implements AutoCloseable {
    private final DataFolder folder;
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private RunningServer(DataFolder folder, ApplicationContext context, EmbeddedServer server) {
        this.folder = folder;
        this.context = context;
        this.server = server;
    }

    /** Takes the folder, brings the database up to date and listens. */
    public static RunningServer start(ServerSettings settings) throws IOException {
        DataFolder folder = DataFolder.take(settings.folder());
        try {
            ApplicationContext context = ApplicationContext.builder()
                    .properties(settings.properties())
                    .banner(false)
                    .deduceEnvironment(false)
                    .start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            return new RunningServer(folder, context, server);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public URI address() {
        return URI.create(server.getScheme() + "://" + server.getHost() + ":" + server.getPort());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** SQLite folds its write-ahead log into the one database file when the last connection closes. */
    @Override
    public void close() throws IOException {
        server.stop();
        context.close();
        folder.close();
    }
}
