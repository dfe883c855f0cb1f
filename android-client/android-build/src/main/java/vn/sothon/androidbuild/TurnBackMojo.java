package vn.sothon.androidbuild;

import com.googlecode.d2j.dex.Dex2jar;
import com.googlecode.d2j.reader.MultiDexFileReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Turns the finished APK's dex back into classes, so that a test can run the very program that ships. */
@Mojo(name = "turn-back", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class TurnBackMojo extends AbstractMojo {
    /** What a JVM has no use for: dex, and what Android reads from the APK by itself. */
    private static final Pattern ANDROID_ONLY =
            Pattern.compile("classes\\d*\\.dex|resources\\.arsc|AndroidManifest\\.xml|(res|lib|assets)/.*|.*/");

    @Parameter(defaultValue = "${project.build.directory}/sothon.apk")
    private File apk;

    @Parameter(defaultValue = "${project.build.directory}/android/shipped.jar")
    private File classes;

    @Parameter(property = "android.shippedRun.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory(Zips.parent(classes.toPath()), "shipped");
            Dex2jar.from(MultiDexFileReader.open(Files.readAllBytes(apk.toPath())))
                    .topoLogicalSort()
                    .skipDebug(false)
                    .to(folder);
            try (Archive archive = new Archive(classes.toPath());
                    ZipFile shipped = new ZipFile(apk)) {
                InterfaceCalls calls = new InterfaceCalls();
                for (Path file : Zips.files(folder)) {
                    calls.know(Files.readAllBytes(file));
                }
                for (Path file : Zips.files(folder)) {
                    archive.deflated(Zips.nameIn(folder, file), calls.mended(Files.readAllBytes(file)));
                    Files.delete(file);
                }
                for (ZipEntry entry : shipped.stream().toList()) {
                    if (!ANDROID_ONLY.matcher(entry.getName()).matches()) {
                        archive.deflated(
                                entry.getName(), shipped.getInputStream(entry).readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
