package vn.sothon.androidbuild;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** The dex that ships: unused code taken out, nothing renamed. */
final class Shrinking {
    private final Log log;
    private final int minSdk;

    Shrinking(Log log, int minSdk) {
        this.log = log;
        this.minSdk = minSdk;
    }

    /**
     * Writes one archive of dex files and resources.
     *
     * @param rules files of rules; those inside the jars are added
     */
    Path dex(Program program, List<Path> rules, Path work) throws IOException {
        Path dex = work.resolve("shrunk.zip");
        try {
            R8Command.Builder command = R8Command.builder(new DexLog(log))
                    .addProgramFiles(program.all())
                    .addLibraryFiles(program.android())
                    // The API jar carries no java.*; the JDK of this build lends its own.
                    .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
                    .setMinApiLevel(minSdk)
                    .setMode(CompilationMode.RELEASE)
                    .setOutput(dex, OutputMode.DexIndexed)
                    .setProguardMapOutputPath(work.resolve("mapping.txt"));
            for (Path file : rules) {
                if (Files.exists(file)) {
                    command.addProguardConfigurationFiles(file);
                }
            }
            for (Path jar : program.all()) {
                List<String> inside = ShrinkRules.inside(jar);
                if (!inside.isEmpty()) {
                    command.addProguardConfiguration(inside, Origin.unknown());
                }
            }
            R8.run(command.build());
        } catch (CompilationFailedException e) {
            throw new IOException("R8 failed", e);
        }
        return dex;
    }
}
