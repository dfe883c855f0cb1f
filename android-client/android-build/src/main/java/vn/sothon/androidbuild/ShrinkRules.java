package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What libraries ask the shrinker to keep. */
final class ShrinkRules {
    private static final Pattern FOR_R8 = Pattern.compile("META-INF/com\\.android\\.tools/r8(-from-[^/]*)?/.+");
    private static final Pattern FOR_ANY = Pattern.compile("META-INF/proguard/.+");

    private ShrinkRules() {}

    /** The rules inside a jar; those written for R8 stand in place of those for any shrinker. */
    static List<String> inside(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            List<String> rules = matching(file, FOR_R8);
            return rules.isEmpty() ? matching(file, FOR_ANY) : rules;
        }
    }

    private static List<String> matching(ZipFile file, Pattern name) throws IOException {
        List<String> rules = new ArrayList<>();
        for (ZipEntry entry : file.stream().toList()) {
            if (!entry.isDirectory() && name.matcher(entry.getName()).matches()) {
                rules.add(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return rules;
    }
}
