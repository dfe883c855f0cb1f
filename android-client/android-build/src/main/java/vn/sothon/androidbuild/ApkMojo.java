package vn.sothon.androidbuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Dex, archive, signature; the finished APK is read again before it counts. */
@Mojo(
        name = "apk",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class ApkMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(required = true)
    private int minSdk;

    /** False for every day: seconds instead of minutes, and a file three times as large. */
    @Parameter(property = "android.shrink", defaultValue = "true")
    private boolean shrink;

    @Parameter(defaultValue = "${project.basedir}/shrink-rules.pro")
    private File rules;

    /** The release key; without it this machine's debug key signs. */
    @Parameter(property = "android.keystore")
    private @Nullable File keystore;

    @Parameter(property = "android.keyAlias", defaultValue = "sothon")
    private String keyAlias;

    @Parameter(property = "android.keystorePassword", defaultValue = "${env.SOTHON_KEYSTORE_PASSWORD}")
    private @Nullable String keystorePassword;

    @Parameter(defaultValue = "${user.home}/.android/debug.keystore")
    private File debugKeystore;

    @Parameter(property = "android.cache", defaultValue = "${user.home}/.cache/sothon-android")
    private File cache;

    @Parameter(defaultValue = "${project.build.directory}/android")
    private File work;

    @Parameter(defaultValue = "${project.build.directory}/sothon.apk")
    private File apk;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            run(work.toPath());
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void run(Path folder) throws IOException {
        long begin = System.nanoTime();
        Program program = Program.of(project, folder);
        List<Path> dex = shrink
                ? List.of(new Shrinking(getLog(), minSdk).dex(program, allRules(folder), folder))
                : new Dexing(getLog(), minSdk, new Cache(cache.toPath())).dex(program, folder);
        Path unsigned = folder.resolve("unsigned.apk");
        Assembly.write(folder.resolve("resources.apk"), dex, program, unsigned);
        new Signing(minSdk).sign(unsigned, key(), apk.toPath());
        getLog().info(apk.getName() + " " + Files.size(apk.toPath()) + " bytes, signed "
                + Signing.verified(apk.toPath()) + ", " + (shrink ? "shrunk" : "not shrunk") + ", "
                + (System.nanoTime() - begin) / 1_000_000_000 + " s");
    }

    private List<Path> allRules(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            String classifier = artifact.getClassifier();
            if (classifier != null && classifier.equals(Libraries.UNPACKED) && !"test".equals(artifact.getScope())) {
                files.add(artifact.getFile().toPath().resolveSibling("proguard.txt"));
            }
        }
        files.add(folder.resolve("aapt-rules.pro"));
        files.add(rules.toPath());
        return files;
    }

    private ReleaseKey key() throws IOException {
        if (keystore == null) {
            return ReleaseKey.debug(debugKeystore.toPath());
        }
        if (keystorePassword == null) {
            throw new IOException("the release key needs android.keystorePassword or SOTHON_KEYSTORE_PASSWORD");
        }
        return ReleaseKey.of(keystore.toPath(), keyAlias, keystorePassword);
    }
}
