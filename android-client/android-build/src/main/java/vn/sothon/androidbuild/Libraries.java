package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.ArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.xml.sax.SAXException;

/** The Android libraries of a project. javac knows no AAR, so the jars inside take its place on the class path. */
final class Libraries {
    /** Marks the jars that came out of an AAR. */
    static final String UNPACKED = "unpacked";

    private final Cache cache;
    private final ArtifactHandler jarHandler;

    Libraries(Cache cache, ArtifactHandler jarHandler) {
        this.cache = cache;
        this.jarHandler = jarHandler;
    }

    /** Unpacks every AAR and changes the project's class path; the libraries in the order of the class path. */
    List<Library> takeOver(MavenProject project) throws IOException {
        Set<String> packed = new HashSet<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (isAar(artifact)) {
                packed.add(artifact.getGroupId() + ":" + artifact.getArtifactId());
            }
        }
        List<Library> libraries = new ArrayList<>();
        Set<Artifact> classPath = new LinkedHashSet<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (isAar(artifact)) {
                Library library = unpack(artifact);
                libraries.add(library);
                classPath.addAll(jars(library));
            } else if (!packed.contains(artifact.getGroupId() + ":" + artifact.getArtifactId())) {
                classPath.add(artifact); // a jar twin of an AAR holds the same classes or none
            }
        }
        project.setResolvedArtifacts(classPath);
        return libraries;
    }

    private Library unpack(Artifact artifact) throws IOException {
        Path aar = artifact.getFile().toPath();
        Path folder = cache.folder("aar", aar, empty -> Zips.unpack(aar, empty));
        boolean shipped = !"test".equals(artifact.getScope()) && !"provided".equals(artifact.getScope());
        return new Library(artifact, folder, packageOf(folder.resolve("AndroidManifest.xml")), shipped);
    }

    private List<Artifact> jars(Library library) throws IOException {
        Artifact aar = library.artifact();
        List<Artifact> jars = new ArrayList<>();
        for (Path jar : library.jars()) {
            Artifact unpacked = new DefaultArtifact(
                    aar.getGroupId(),
                    aar.getArtifactId(),
                    aar.getVersion(),
                    aar.getScope(),
                    "jar",
                    UNPACKED + (jars.isEmpty() ? "" : jars.size()),
                    jarHandler);
            unpacked.setFile(jar.toFile());
            unpacked.setResolved(true);
            unpacked.setDependencyTrail(aar.getDependencyTrail());
            jars.add(unpacked);
        }
        return jars;
    }

    private static boolean isAar(Artifact artifact) {
        return "aar".equals(artifact.getType());
    }

    private static String packageOf(Path manifest) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(manifest.toFile())
                    .getDocumentElement()
                    .getAttribute("package");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(manifest + " cannot be read", e);
        }
    }
}
