package vn.sothon.androidbuild;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * The dex of every day: each library once for ever, the app's own classes each time. Android 8 loads any number of dex
 * files, so nothing is merged.
 */
final class Dexing {
    private final Log log;
    private final int minSdk;
    private final Cache cache;

    Dexing(Log log, int minSdk, Cache cache) {
        this.log = log;
        this.minSdk = minSdk;
        this.cache = cache;
    }

    List<Path> dex(Program program, Path work) throws IOException {
        List<Path> archives = new ArrayList<>();
        Path own = work.resolve("own-dex.zip");
        run(program.own(), program.libraries(), program.android(), own);
        archives.add(own);
        for (Path jar : program.libraries()) {
            Path folder = cache.folder(
                    "dex" + minSdk,
                    jar,
                    empty -> run(List.of(jar), program.libraries(), program.android(), empty.resolve("dex.zip")));
            archives.add(folder.resolve("dex.zip"));
        }
        return archives;
    }

    private void run(List<Path> jars, List<Path> classPath, List<Path> android, Path dex) throws IOException {
        List<Path> others = new ArrayList<>(classPath);
        others.removeAll(jars);
        try {
            D8.run(D8Command.builder(new DexLog(log))
                    .addProgramFiles(jars)
                    .addClasspathFiles(others)
                    .addLibraryFiles(android)
                    .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
                    .setMinApiLevel(minSdk)
                    .setMode(CompilationMode.DEBUG)
                    .setOutput(dex, OutputMode.DexIndexed)
                    .build());
        } catch (CompilationFailedException e) {
            throw new IOException("D8 failed on " + jars, e);
        }
    }
}
