package vn.sothon.androidbuild;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Android's resource compiler as a program of this machine, with the framework's resources it links against. */
final class Aapt2 {
    private static final String FREIGHT = "/prebuilt/";

    private final Path program;
    private final Path framework;

    private Aapt2(Path program, Path framework) {
        this.program = program;
        this.framework = framework;
    }

    /** Lays program and framework down in the folder, where they are not there yet. */
    static Aapt2 in(Path folder) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String name = "linux/aapt2";
        if (system.contains("win")) {
            name = "windows/aapt2.exe";
        } else if (system.contains("mac")) {
            name = "macosx/aapt2";
        }
        Path program = laidDown(name, folder);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return new Aapt2(program, laidDown("android-framework.jar", folder));
    }

    /** Compiles a {@code res} folder into one archive. */
    void compile(Path resources, Path archive) throws IOException {
        run(List.of("compile", "--dir", resources.toString(), "-o", archive.toString()));
    }

    void link(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("link", "-I", framework.toString()));
        all.addAll(arguments);
        run(all);
    }

    /** What the package says about itself. */
    String badging(Path apk) throws IOException {
        return run(List.of("dump", "badging", apk.toString()));
    }

    private String run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            if (process.waitFor() != 0) {
                throw new IOException("aapt2 " + arguments.get(0) + " failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }

    private static Path laidDown(String name, Path folder) throws IOException {
        Path target = folder.resolve(name.substring(name.indexOf('/') + 1));
        if (!Files.exists(target)) {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, ".part", null);
            try (InputStream in = Aapt2.class.getResourceAsStream(FREIGHT + name)) {
                if (in == null) {
                    throw new IOException("apktool-lib carries no " + name);
                }
                Files.write(partial, in.readAllBytes());
            }
            Files.move(partial, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }
}
