package vn.sothon.androidbuild;

import java.nio.file.Path;
import java.util.List;

/**
 * What Android Lint is to read, in the file format of its own command line.
 *
 * @param manifest one that names the versions of the app and of Android
 * @param android the platform's API, in place of an installed SDK
 */
record LintProject(
        Path manifest,
        List<Path> sources,
        List<Path> resources,
        List<Path> classPath,
        List<Path> android,
        int compileSdk) {
    String xml(Path root) {
        StringBuilder xml = new StringBuilder("<project client=\"maven\">\n");
        line(xml, "root", "dir", root);
        android.forEach(jar -> line(xml, "jdk-boot-classpath", "path", jar));
        xml.append("<module name=\"app\" android=\"true\" compile-sdk-version=\"")
                .append(compileSdk)
                .append("\">\n");
        line(xml, "manifest", "file", manifest);
        sources.forEach(file -> line(xml, "src", "file", file));
        resources.forEach(file -> line(xml, "resource", "file", file));
        android.forEach(jar -> line(xml, "classpath", "jar", jar));
        classPath.forEach(jar -> line(xml, "classpath", "jar", jar));
        return xml.append("</module>\n</project>\n").toString();
    }

    private static void line(StringBuilder xml, String tag, String attribute, Path file) {
        String value =
                file.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        xml.append('<')
                .append(tag)
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(value)
                .append("\"/>\n");
    }
}
