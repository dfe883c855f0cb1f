package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What is turned into dex.
 *
 * @param own archives of classes that this build made
 * @param libraries jars of others, the same in every build
 * @param android the API the program runs on
 */
record Program(List<Path> own, List<Path> libraries, List<Path> android) {

    static Program of(MavenProject project, Path work) throws IOException {
        List<Path> own = new ArrayList<>();
        List<Path> libraries = new ArrayList<>();
        List<Path> android = new ArrayList<>();
        Path classes = work.resolve("classes.jar");
        Archive.ofFolder(Path.of(project.getBuild().getOutputDirectory()), classes);
        own.add(classes);
        for (Artifact artifact : project.getArtifacts()) {
            Path file = artifact.getFile().toPath();
            if ("android-all".equals(artifact.getArtifactId())) {
                android.add(file);
            } else if ("compile".equals(artifact.getScope()) || "runtime".equals(artifact.getScope())) {
                if (artifact.getGroupId().equals(project.getGroupId())) {
                    own.add(archived(artifact, work));
                } else if (Zips.hasClasses(file)) {
                    libraries.add(file); // the root of a library for many platforms is an empty jar
                }
            }
        }
        return new Program(own, libraries, android);
    }

    List<Path> all() {
        List<Path> all = new ArrayList<>(own);
        all.addAll(libraries);
        return all;
    }

    /** A module of the same build may come as a folder of classes. */
    private static Path archived(Artifact artifact, Path work) throws IOException {
        Path file = artifact.getFile().toPath();
        if (!Files.isDirectory(file)) {
            return file;
        }
        Path archive = work.resolve(artifact.getArtifactId() + ".jar");
        Archive.ofFolder(file, archive);
        return archive;
    }
}
