package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a Java that notes how it was called; {@code .ci/run} runs it with the real one. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of("src/main/launcher/sothon");

    @TempDir
    Path folder;

    private Path calls;
    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        calls = folder.resolve("calls");
        launcher = script(folder.resolve("sothon/bin/sothon"), Files.readString(LAUNCHER));
        Path jar = folder.resolve("sothon/lib/sothon.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "a jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        java("exit 0");
    }

    @Test
    void server_startedTwice_isPreparedOnceAndStartsFromTheArchive() throws Exception {
        run(Map.of(), "serve", "--data", "a folder");
        run(Map.of(), "serve", "--data", "a folder");

        assertThat(calls()).hasSize(3);
        assertThat(calls().get(0)).contains("-XX:ArchiveClassesAtExit=").endsWith("<prepare>");
        assertThat(calls().get(1)).contains("-XX:SharedArchiveFile=").endsWith("<serve><--data><a folder>");
        assertThat(calls().get(2)).isEqualTo(calls().get(1));
    }

    @Test
    void archive_whenTheJarIsNewer_isMadeAnew() throws Exception {
        run(Map.of(), "serve");
        Files.writeString(folder.resolve("sothon/lib/sothon.jar"), "another jar");
        Files.setLastModifiedTime(
                folder.resolve("sothon/lib/sothon.jar"), FileTime.from(Instant.parse("2036-01-01T00:00:00Z")));
        run(Map.of(), "serve");

        assertThat(calls().stream().filter(call -> call.endsWith("<prepare>"))).hasSize(2);
        assertThat(calls().get(3)).as("newer than what was just made").doesNotContain("SharedArchiveFile");
    }

    @Test
    void server_whereNothingCanBeWritten_startsWithoutAnArchive() throws Exception {
        Files.writeString(folder.resolve("sothon/cache"), "in the way");
        run(Map.of("XDG_CACHE_HOME", folder.resolve("sothon/cache").toString()), "serve");

        assertThat(calls()).hasSize(1);
        assertThat(calls().get(0)).doesNotContain("Archive").endsWith("<serve>");
    }

    @Test
    void server_whenPreparingFails_startsAllTheSame() throws Exception {
        java("case \"$*\" in *prepare) exit 1;; esac");
        run(Map.of(), "serve");

        assertThat(calls()).hasSize(2);
        assertThat(calls().get(1)).doesNotContain("SharedArchiveFile").endsWith("<serve>");
        try (var left = Files.list(folder.resolve("sothon/cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void preparing_whenItFails_saysWhatJavaSaidAndFails() throws Exception {
        java("echo 'no such class' >&2; exit 3");

        assertThat(exit(Map.of(), "prepare")).isEqualTo(1);
        assertThat(said()).contains("exit 3").contains("no such class");
    }

    @Test
    void preparing_whereNothingCanBeWritten_saysSoAndFails() throws Exception {
        Files.writeString(folder.resolve("sothon/cache"), "in the way");
        String elsewhere = folder.resolve("sothon/cache").toString();

        assertThat(exit(Map.of("XDG_CACHE_HOME", elsewhere), "prepare")).isEqualTo(1);
        assertThat(said()).contains("can be written");
    }

    @Test
    void preparing_whenNoArchiveIsWanted_saysSoAndIsNoFailure() throws Exception {
        assertThat(exit(Map.of("SOTHON_ARCHIVE", "none"), "prepare")).isZero();

        assertThat(said()).contains("SOTHON_ARCHIVE=none");
        assertThat(calls).doesNotExist();
    }

    @Test
    void otherCommand_whenNothingIsPrepared_doesNotWaitForIt() throws Exception {
        run(Map.of("SOTHON_JAVA_OPTS", "-Xmx1g -Dx=y"), "--help");

        assertThat(calls()).hasSize(1);
        assertThat(calls().get(0)).startsWith("<-Xmx1g><-Dx=y>").endsWith("<--help>");
    }

    private void java(String then) throws IOException {
        script(
                folder.resolve("jdk/bin/java"),
                """
                #!/bin/sh
                for word in "$@"; do printf '<%%s>' "$word"; done >> '%1$s'
                echo >> '%1$s'
                for word in "$@"; do
                  case $word in -XX:ArchiveClassesAtExit=*) echo classes > "${word#*=}" ;; esac
                done
                %2$s
                """
                        .formatted(calls, then));
    }

    private void run(Map<String, String> environment, String... arguments) throws Exception {
        int exit = exit(environment, arguments);
        assertThat(exit).as(said()).isZero();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    private int exit(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("SOTHON_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
