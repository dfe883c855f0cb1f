package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compiles the resources of the app and its libraries and links them into one table. */
final class ResourceLink {
    private final Aapt2 aapt2;
    private final Cache cache;
    private final AppIdentity app;

    ResourceLink(Aapt2 aapt2, Cache cache, AppIdentity app) {
        this.aapt2 = aapt2;
        this.cache = cache;
        this.app = app;
    }

    /** What linking leaves behind. */
    record Linked(Path table, Path sources, Path symbols, Path shrinkRules) {}

    /**
     * Links everything.
     *
     * @param own the app's resource folders, a later one over an earlier one
     */
    Linked link(Path manifest, List<Library> libraries, List<Path> own, List<Path> assets, Path work)
            throws IOException {
        Linked linked = new Linked(
                work.resolve("resources.apk"),
                work.resolveSibling("generated-sources").resolve("android"),
                work.resolve("R.txt"),
                work.resolve("aapt-rules.pro"));
        List<String> arguments = new ArrayList<>(List.of(
                "--manifest",
                manifest.toString(),
                "-o",
                linked.table().toString(),
                "--auto-add-overlay",
                "--no-version-vectors",
                "--min-sdk-version",
                Integer.toString(app.minSdk()),
                "--target-sdk-version",
                Integer.toString(app.targetSdk()),
                "--java",
                linked.sources().toString(),
                "--custom-package",
                app.id(),
                "--output-text-symbols",
                linked.symbols().toString(),
                "--proguard",
                linked.shrinkRules().toString()));
        for (Path folder : assetFolders(libraries, assets)) {
            arguments.addAll(List.of("-A", folder.toString()));
        }
        for (Path archive : compiled(libraries, own, work)) {
            arguments.addAll(List.of("-R", archive.toString()));
        }
        aapt2.link(arguments);
        return linked;
    }

    /** The least important first: what comes later on the command line wins. */
    private List<Path> compiled(List<Library> libraries, List<Path> own, Path work) throws IOException {
        List<Path> archives = new ArrayList<>();
        List<Library> leastFirst = new ArrayList<>(libraries);
        Collections.reverse(leastFirst);
        for (Library library : leastFirst) {
            if (!Zips.files(library.resources()).isEmpty()) {
                Path aar = library.artifact().getFile().toPath();
                Path folder =
                        cache.folder("res", aar, empty -> aapt2.compile(library.resources(), empty.resolve("res.zip")));
                archives.add(folder.resolve("res.zip"));
            }
        }
        Path folder = Files.createDirectories(work.resolve("compiled"));
        for (int i = 0; i < own.size(); i++) {
            Path archive = folder.resolve("app" + i + ".zip");
            aapt2.compile(own.get(i), archive);
            archives.add(archive);
        }
        return archives;
    }

    private static List<Path> assetFolders(List<Library> libraries, List<Path> own) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path folder : own) {
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        for (Library library : libraries) {
            Path folder = library.folder().resolve("assets");
            if (!Zips.files(folder).isEmpty()) {
                folders.add(folder);
            }
        }
        return folders;
    }
}
