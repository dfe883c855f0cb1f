package vn.sothon.androidbuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Android Lint in a process of its own: it ends the JVM it runs in. */
final class Lint {
    private static final int FOUND_SOMETHING = 1;

    private final List<Path> program;

    Lint(List<Path> program) {
        this.program = program;
    }

    record Verdict(boolean clean, String words) {}

    /**
     * Reads the project; a warning weighs as much as an error.
     *
     * @param description see {@link LintProject}
     * @throws IOException if Lint did not come to a verdict
     */
    Verdict judge(Path description, Path config, Path work) throws IOException {
        Path report = work.resolve("lint.txt");
        Path log = work.resolve("lint.log");
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                program.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "com.android.tools.lint.Main",
                "--project",
                description.toString(),
                "--config",
                config.toString(),
                "--cache-dir",
                work.resolve("cache").toString(),
                "-Werror",
                "--exitcode",
                "--quiet",
                "--offline",
                "--text",
                report.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            if (!Files.exists(report) || exit > FOUND_SOMETHING || exit < 0) {
                throw new IOException("Android Lint ended with " + exit + ":\n" + Files.readString(log));
            }
            return new Verdict(exit == 0, Files.readString(report));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Android Lint was interrupted", e);
        }
    }
}
