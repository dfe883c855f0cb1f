package vn.sothon.androidbuild;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.artifact.handler.manager.ArtifactHandlerManager;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Before compiling: libraries onto the class path, one manifest, one resource table, every {@code R}. */
@Mojo(
        name = "prepare",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class PrepareMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Inject
    private ArtifactHandlerManager handlers;

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

    /** For a developer's phone: may be debugged, and {@code src/debug} lies over {@code src/main}. */
    @Parameter(property = "android.debuggable", defaultValue = "false")
    private boolean debuggable;

    @Parameter(property = "android.cache", defaultValue = "${user.home}/.cache/sothon-android")
    private File cache;

    @Parameter(defaultValue = "${project.basedir}/src")
    private File sources;

    @Parameter(defaultValue = "${project.build.directory}/android")
    private File work;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            run();
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void run() throws IOException {
        long begin = System.nanoTime();
        Path folder = Files.createDirectories(work.toPath());
        Path main = sources.toPath().resolve("main");
        AppIdentity app = new AppIdentity(applicationId, versionName, versionCode, minSdk, targetSdk);
        Cache shared = new Cache(cache.toPath());
        List<Library> libraries = new Libraries(shared, handlers.getArtifactHandler("jar")).takeOver(project);
        List<Library> shipped = libraries.stream().filter(Library::shipped).toList();
        Path manifest = folder.resolve("AndroidManifest.xml");
        new ManifestMerge(app)
                .merge(
                        main.resolve("AndroidManifest.xml"),
                        shipped,
                        debuggable,
                        manifest,
                        folder.resolve("manifest-merge.txt"));
        ResourceLink.Linked linked = new ResourceLink(Aapt2.in(cache.toPath().resolve("aapt2")), shared, app)
                .link(manifest, shipped, resources(main), List.of(main.resolve("assets")), folder);
        new Symbols(linked.symbols()).write(libraries, applicationId, linked.sources());
        project.addCompileSourceRoot(linked.sources().toString());
        forRobolectric(manifest, linked.table(), main.resolve("assets"));
        getLog().info(shipped.size() + " Android libraries, one resource table, "
                + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private List<Path> resources(Path main) {
        List<Path> folders = new ArrayList<>(List.of(main.resolve("res")));
        Path debug = sources.toPath().resolve("debug").resolve("res");
        if (debuggable && Files.isDirectory(debug)) {
            folders.add(debug);
        }
        return folders;
    }

    /** Where Robolectric looks for the app it is to run. */
    private void forRobolectric(Path manifest, Path table, Path assets) throws IOException {
        Properties config = new Properties();
        config.setProperty("android_merged_manifest", manifest.toString());
        config.setProperty("android_resource_apk", table.toString());
        config.setProperty(
                "android_merged_resources", sources.toPath().resolve("main/res").toString());
        config.setProperty("android_merged_assets", assets.toString());
        config.setProperty("android_custom_package", applicationId);
        Path file = Path.of(project.getBuild().getTestOutputDirectory(), "com/android/tools/test_config.properties");
        Files.createDirectories(Zips.parent(file));
        try (Writer out = Files.newBufferedWriter(file)) {
            config.store(out, null);
        }
    }
}
