package vn.sothon.server.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real TCP proxy on loopback that behaves like a valley: some connections lose the server's reply after the request
 * has arrived, some break in the middle of an upload, the others carry a while and close.
 */
final class UnreliableProxy implements AutoCloseable {
    private static final int LONGEST_CLEAN = 300_000;

    private final URI target;
    private final ServerSocket listening;
    private final Random random;
    private final AtomicInteger lostReplies = new AtomicInteger();
    private final AtomicInteger cutUploads = new AtomicInteger();

    private enum Weather {
        CLEAR,
        REPLY_LOST,
        UPLOAD_CUT
    }

    private UnreliableProxy(URI target, ServerSocket listening, long seed) {
        this.target = target;
        this.listening = listening;
        this.random = new Random(seed);
    }

    static UnreliableProxy before(URI target, long seed) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        UnreliableProxy proxy = new UnreliableProxy(target, listening, seed);
        daemon(proxy::accept, "proxy");
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    int lostReplies() {
        return lostReplies.get();
    }

    int cutUploads() {
        return cutUploads.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                connect(client, server);
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client, Socket server) {
        Weather weather = Weather.values()[random.nextInt(Weather.values().length)];
        int carries = weather == Weather.UPLOAD_CUT ? 500 + random.nextInt(20_000) : LONGEST_CLEAN;
        daemon(() -> up(client, server, weather, carries), "proxy-up");
        daemon(() -> down(server, client, weather), "proxy-down");
    }

    private void up(Socket client, Socket server, Weather weather, int carries) {
        try (client;
                server) {
            byte[] buffer = new byte[4096];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            int carried = 0;
            int read = in.read(buffer);
            while (read >= 0) {
                int passed = Math.min(read, carries - carried);
                out.write(buffer, 0, passed);
                out.flush();
                carried += passed;
                if (carried >= carries) {
                    if (weather == Weather.UPLOAD_CUT) {
                        cutUploads.incrementAndGet();
                    }
                    return;
                }
                read = in.read(buffer);
            }
        } catch (IOException e) {
            return; // one side went away: that is what this network does
        }
    }

    private void down(Socket server, Socket client, Weather weather) {
        try (server;
                client) {
            byte[] buffer = new byte[4096];
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            int read = in.read(buffer);
            while (read >= 0) {
                if (weather == Weather.REPLY_LOST) {
                    lostReplies.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                read = in.read(buffer);
            }
        } catch (IOException e) {
            return; // as above
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
