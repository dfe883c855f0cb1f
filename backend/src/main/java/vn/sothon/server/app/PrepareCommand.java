package vn.sothon.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code sothon prepare}: a server starts in a folder of its own, answers once and ends. The launcher lets Java note which
 * classes that takes, so that later starts find them read and linked.
 */
@Command(name = "prepare", hidden = true, description = "Starts and ends once, for the launcher's class archive.")
final class PrepareCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("sothon-prepare");
        try {
            ServerSettings settings = new ServerSettings(folder, null, null, null, "127.0.0.1", 0, false);
            try (RunningServer server = RunningServer.start(settings)) {
                return answers(server, "/api/v1/meta") && answers(server, "/health") ? Where.DONE : Where.REFUSED;
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static boolean answers(RunningServer server, String path) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) server.address().resolve(path).toURL().openConnection();
        try (InputStream answer = call.getInputStream()) {
            return call.getResponseCode() == 200 && answer.readAllBytes().length > 0;
        }
    }
}
