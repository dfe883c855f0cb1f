package vn.sothon.androidbuild;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts resources, dex and native libraries into one archive, still unsigned. */
final class Assembly {
    private static final Pattern DEX = Pattern.compile("classes\\d*\\.dex");

    /** What build tools leave in jars for one another. */
    private static final Pattern OF_NO_USE_ON_A_PHONE =
            Pattern.compile("META-INF/(maven|proguard|com\\.android\\.tools|versions|native-image)/.*"
                    + "|META-INF/(LICENSE|NOTICE|DEPENDENCIES|MANIFEST|AL2|LGPL|INDEX|FastDoubleParser).*"
                    + "|META-INF/.*\\.(version|SF|RSA|DSA|txt|md|kotlin_module)"
                    + "|.*\\.(kotlin_builtins|kotlin_module|class|proto)|DebugProbesKt\\.bin|.*/");

    private final Archive apk;
    private int dexFiles;

    private Assembly(Archive apk) {
        this.apk = apk;
    }

    static void write(Path resources, List<Path> dexArchives, Program program, Path unsigned) throws IOException {
        try (Archive apk = new Archive(unsigned)) {
            Assembly assembly = new Assembly(apk);
            assembly.resources(resources);
            for (Path archive : dexArchives) {
                assembly.dex(archive);
            }
            for (Path jar : program.all()) {
                assembly.javaResources(jar);
            }
            for (Path jar : program.libraries()) {
                assembly.nativeLibraries(Zips.parent(jar).resolve("jni"));
            }
        }
    }

    private void resources(Path table) throws IOException {
        try (ZipFile file = new ZipFile(table.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                byte[] content = content(file, entry);
                if (entry.getMethod() == ZipEntry.STORED) {
                    apk.stored(entry.getName(), content);
                } else {
                    apk.deflated(entry.getName(), content);
                }
            }
        }
    }

    private void dex(Path archive) throws IOException {
        try (ZipFile file = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (DEX.matcher(entry.getName()).matches()) {
                    dexFiles++;
                    apk.deflated("classes" + (dexFiles == 1 ? "" : dexFiles) + ".dex", content(file, entry));
                }
            }
        }
    }

    private void javaResources(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (!OF_NO_USE_ON_A_PHONE.matcher(entry.getName()).matches()) {
                    apk.deflated(entry.getName(), content(file, entry));
                }
            }
        }
    }

    private void nativeLibraries(Path folder) throws IOException {
        for (Path library : Zips.files(folder)) {
            apk.stored("lib/" + Zips.nameIn(folder, library), Files.readAllBytes(library));
        }
    }

    private static byte[] content(ZipFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
