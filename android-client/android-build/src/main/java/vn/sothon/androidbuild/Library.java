package vn.sothon.androidbuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/**
 * An Android library, unpacked.
 *
 * @param packageName the package of its {@code R}
 * @param shipped whether it becomes part of the app, or serves compiling and testing alone
 */
record Library(Artifact artifact, Path folder, String packageName, boolean shipped) {
    Path manifest() {
        return folder.resolve("AndroidManifest.xml");
    }

    Path resources() {
        return folder.resolve("res");
    }

    /** Lines {@code int type name value}: what this library's own code calls its resources. */
    Path symbols() {
        return folder.resolve("R.txt");
    }

    List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        if (Files.exists(folder.resolve("classes.jar"))) {
            jars.add(folder.resolve("classes.jar"));
        }
        Path more = folder.resolve("libs");
        if (Files.isDirectory(more)) {
            for (java.io.File jar :
                    java.util.Objects.requireNonNull(more.toFile().listFiles())) {
                if (jar.getName().endsWith(".jar")) {
                    jars.add(jar.toPath());
                }
            }
        }
        return jars;
    }

    String name() {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }
}
