package vn.sothon.server.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.ops.DataFolder;
import vn.sothon.server.platform.admin.AdminToken;
import vn.sothon.server.platform.http.ServerAddress;

/** A server that runs in this process, and how it ends: everything written, one database file. */
public final class RunningServer implements AutoCloseable {
    private final DataFolder folder;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final @Nullable String certSha256;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private RunningServer(
            DataFolder folder, ApplicationContext context, EmbeddedServer server, @Nullable String certSha256) {
        this.folder = folder;
        this.context = context;
        this.server = server;
        this.certSha256 = certSha256;
    }

    /** Takes the folder, brings the database up to date and listens. */
    public static RunningServer start(ServerSettings settings) throws IOException {
        DataFolder folder = DataFolder.take(settings.folder());
        ApplicationContext context = null;
        try {
            Map<String, Object> properties = new LinkedHashMap<>(settings.properties());
            TlsCertificate certificate = settings.tls() ? TlsCertificate.in(folder.folder(), settings.host()) : null;
            if (certificate != null) {
                properties.putAll(certificate.properties(settings.port()));
            }
            context = ServerContext.start(properties);
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            RunningServer running =
                    new RunningServer(folder, context, server, certificate == null ? null : certificate.sha256());
            running.announce(settings.host());
            return running;
        } catch (IOException | RuntimeException e) {
            if (context != null) {
                context.close();
            }
            folder.close();
            throw e;
        }
    }

    /** Says where it listens: to its own parts, and to commands of this machine. */
    private void announce(String host) throws IOException {
        ListeningHost listening = ListeningHost.of(host);
        String outside = url(listening.fromOutside());
        context.getBean(ServerAddress.class).is(outside, certSha256);
        String token = context.getBean(AdminToken.class).value();
        new AdminFile(url(listening.fromHere()), token, certSha256).write(folder.folder());
    }

    private String url(String host) {
        return server.getScheme() + "://" + host + ":" + server.getPort();
    }

    public URI address() {
        return URI.create(url(server.getHost()));
    }

    /** SHA-256 of the certificate it made itself; absent without TLS. */
    public @Nullable String certSha256() {
        return certSha256;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the server has been closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** SQLite folds its write-ahead log into the one database file when the last connection closes. */
    @Override
    public void close() throws IOException {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            AdminFile.delete(folder.folder());
            server.stop();
            context.close();
        } finally {
            folder.close();
            closed.countDown();
        }
    }
}
