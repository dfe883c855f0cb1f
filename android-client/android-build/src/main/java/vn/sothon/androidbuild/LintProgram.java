package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Lint's own jars, with the versions Lint asks for: it carries a whole Kotlin compiler, which is nobody's business on
 * the class path of a build step. Maven fetches them as it fetches everything, and once.
 */
final class LintProgram {
    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    LintProgram(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    List<Path> of(String version) throws IOException {
        CollectRequest wanted = new CollectRequest();
        for (String name : List.of("lint", "lint-checks")) {
            wanted.addDependency(
                    new Dependency(new DefaultArtifact("com.android.tools.lint", name, "jar", version), "runtime"));
        }
        wanted.setRepositories(remotes);
        try {
            return repositories
                    .resolveDependencies(session, new DependencyRequest(wanted, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IOException("Android Lint " + version + " cannot be fetched", e);
        }
    }
}
