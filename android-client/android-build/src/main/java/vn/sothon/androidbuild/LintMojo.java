package vn.sothon.androidbuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/** Has Android Lint read sources, resources and manifest; whatever it has to say stops the build. */
@Mojo(
        name = "lint",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class LintMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Inject
    private RepositorySystem repositories;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
    private RepositorySystemSession session;

    @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true)
    private List<RemoteRepository> remotes;

    @Parameter(required = true)
    private String lintVersion;

    /** Which of Lint's questions are not asked, and why. */
    @Parameter(defaultValue = "${project.basedir}/lint.xml")
    private File config;

    @Parameter(defaultValue = "${project.basedir}/src/main")
    private File sources;

    @Parameter(defaultValue = "${project.build.directory}/android")
    private File work;

    @Parameter(required = true)
    private String applicationId;

    @Parameter(defaultValue = "${project.version}")
    private String versionName;

    @Parameter(property = "android.versionCode", defaultValue = "1")
    private int versionCode;

    @Parameter(required = true)
    private int minSdk;

    @Parameter(required = true)
    private int targetSdk;

    @Parameter(property = "android.lint.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            return;
        }
        try {
            long begin = System.nanoTime();
            Path folder = work.toPath().resolve("lint");
            Path description = Files.createDirectories(folder).resolve("project.xml");
            Files.writeString(description, described(manifest(folder)));
            Lint.Verdict verdict = new Lint(new LintProgram(repositories, session, remotes).of(lintVersion))
                    .judge(description, config.toPath(), folder);
            if (!verdict.clean()) {
                throw new MojoFailureException("Android Lint:\n" + verdict.words());
            }
            getLog().info("Android Lint has nothing to say, " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** The app's own alone, with versions: what libraries declare is not ours to mend. */
    private Path manifest(Path folder) throws IOException {
        Path manifest = folder.resolve("AndroidManifest.xml");
        new ManifestMerge(new AppIdentity(applicationId, versionName, versionCode, minSdk, targetSdk))
                .merge(
                        sources.toPath().resolve("AndroidManifest.xml"),
                        List.of(),
                        false,
                        manifest,
                        folder.resolve("manifest-merge.txt"));
        return manifest;
    }

    private String described(Path manifest) throws IOException {
        List<Path> classPath = new ArrayList<>();
        classPath.add(Path.of(project.getBuild().getOutputDirectory()));
        List<Path> android = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getFile() != null && !Artifact.SCOPE_TEST.equals(artifact.getScope())) {
                Path file = artifact.getFile().toPath();
                boolean platform = artifact.getArtifactId().equals("android-all");
                (platform ? android : classPath).add(file);
            }
        }
        Path main = sources.toPath();
        return new LintProject(
                        manifest,
                        Zips.files(main.resolve("java")),
                        Zips.files(main.resolve("res")),
                        classPath,
                        android,
                        targetSdk)
                .xml(project.getBasedir().toPath());
    }
}
