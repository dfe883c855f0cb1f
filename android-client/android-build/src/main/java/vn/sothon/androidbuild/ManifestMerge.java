package vn.sothon.androidbuild;

import com.android.manifmerger.ManifestMerger2;
import com.android.manifmerger.ManifestMerger2.Invoker.Feature;
import com.android.manifmerger.ManifestSystemProperty;
import com.android.manifmerger.MergingReport;
import com.android.utils.StdLogger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One manifest out of the app's and its libraries'. */
final class ManifestMerge {
    private final AppIdentity app;

    ManifestMerge(AppIdentity app) {
        this.app = app;
    }

    void merge(Path own, List<Library> libraries, boolean debuggable, Path merged, Path report) throws IOException {
        ManifestMerger2.Invoker merger = ManifestMerger2.newMerger(
                own.toFile(), new StdLogger(StdLogger.Level.ERROR), ManifestMerger2.MergeType.APPLICATION);
        for (Library library : libraries) {
            merger.addLibraryManifest(library.name(), library.manifest().toFile());
        }
        merger.setNamespace(app.id());
        merger.setOverride(ManifestSystemProperty.Document.PACKAGE, app.id());
        merger.setOverride(ManifestSystemProperty.Manifest.VERSION_CODE, Integer.toString(app.versionCode()));
        merger.setOverride(ManifestSystemProperty.Manifest.VERSION_NAME, app.versionName());
        merger.setOverride(ManifestSystemProperty.UsesSdk.MIN_SDK_VERSION, Integer.toString(app.minSdk()));
        merger.setOverride(ManifestSystemProperty.UsesSdk.TARGET_SDK_VERSION, Integer.toString(app.targetSdk()));
        merger.withFeatures(Feature.REMOVE_TOOLS_DECLARATIONS);
        if (debuggable) {
            merger.withFeatures(Feature.DEBUGGABLE);
        }
        merger.setMergeReportFile(report.toFile());
        try {
            MergingReport result = merger.merge();
            String document = result.getMergedDocument(MergingReport.MergedManifestKind.MERGED);
            if (result.getResult() == MergingReport.Result.ERROR || document == null) {
                throw new IOException("the manifests do not go together: " + result.getReportString());
            }
            Files.writeString(merged, document);
        } catch (ManifestMerger2.MergeFailureException e) {
            throw new IOException("the manifests cannot be merged", e);
        }
    }
}
