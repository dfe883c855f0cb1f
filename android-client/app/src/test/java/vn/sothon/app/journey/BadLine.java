package vn.sothon.app.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** A line between phone and server that does to each connection, in turn, what it was told to; then it is good. */
public final class BadLine implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket();
    private final URI server;
    private final Queue<Fate> fates = new ArrayDeque<>();
    private int lostReplies;

    /** What happens to one connection. */
    public enum Fate {
        GOOD,
        /** The request arrives, the answer does not. */
        REPLY_LOST,
        /** Cut after the first kilobytes of the request. */
        CUT_ON_THE_WAY
    }

    public BadLine(URI server, Fate... fates) throws IOException {
        this.server = server;
        this.fates.addAll(Arrays.asList(fates));
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    public synchronized void then(Fate... more) {
        fates.addAll(Arrays.asList(more));
    }

    public synchronized int lostReplies() {
        return lostReplies;
    }

    /** Whether every fate has befallen a connection. */
    public synchronized boolean isGood() {
        return fates.isEmpty();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket phone = listening.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                Fate fate = next();
                daemon(() -> carry(phone, behind, fate == Fate.CUT_ON_THE_WAY ? 3_000 : Integer.MAX_VALUE));
                daemon(() -> answer(behind, phone, fate));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private synchronized Fate next() {
        return fates.isEmpty() ? Fate.GOOD : fates.remove();
    }

    private synchronized void lost() {
        lostReplies++;
    }

    private void answer(Socket from, Socket to, Fate fate) {
        if (fate != Fate.REPLY_LOST) {
            carry(from, to, Integer.MAX_VALUE);
            return;
        }
        try (from;
                to) {
            if (from.getInputStream().read() >= 0) {
                lost();
            }
        } catch (IOException e) {
            return; // the phone went first
        }
    }

    private static void carry(Socket from, Socket to, int most) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[1024];
            int carried = 0;
            for (int n = in.read(part); n >= 0 && carried < most; n = in.read(part)) {
                out.write(part, 0, n);
                out.flush();
                carried += n;
            }
        } catch (IOException e) {
            return; // that is what lines do
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
