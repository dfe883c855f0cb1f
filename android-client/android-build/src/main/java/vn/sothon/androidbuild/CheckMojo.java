package vn.sothon.androidbuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Looks at the finished file from outside: signatures, size, and that its badge says what it must. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CheckMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project.build.directory}/sothon.apk")
    private File apk;

    /** Bytes; only a shrunk file is held to it. */
    @Parameter(required = true)
    private long largest;

    @Parameter(property = "android.shrink", defaultValue = "true")
    private boolean shrink;

    /** Lines that {@code aapt2 dump badging} must contain. */
    @Parameter(required = true)
    private List<String> badges;

    @Parameter(property = "android.cache", defaultValue = "${user.home}/.cache/sothon-android")
    private File cache;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            Path file = apk.toPath();
            String schemes = Signing.verified(file);
            String badging = Aapt2.in(cache.toPath().resolve("aapt2")).badging(file);
            for (String badge : badges) {
                if (badging.lines().noneMatch(line -> line.trim().equals(badge))) {
                    throw new IOException(apk.getName() + " does not say " + badge + ":\n" + badging);
                }
            }
            if (shrink && Files.size(file) > largest) {
                throw new IOException(apk.getName() + " has " + Files.size(file) + " bytes, more than " + largest);
            }
            getLog().info(apk.getName() + ": " + Files.size(file) + " bytes, " + schemes + ", " + badges);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
