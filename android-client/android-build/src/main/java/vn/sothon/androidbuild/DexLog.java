package vn.sothon.androidbuild;

import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import org.apache.maven.plugin.logging.Log;

/** Passes on what the dexer says; a resource that two libraries both carry is no news. */
final class DexLog implements DiagnosticsHandler {
    private final Log log;

    DexLog(Log log) {
        this.log = log;
    }

    @Override
    public void info(Diagnostic diagnostic) {
        log.debug(diagnostic.getDiagnosticMessage());
    }

    @Override
    public void warning(Diagnostic diagnostic) {
        if (!diagnostic.getDiagnosticMessage().startsWith("Resource '")) {
            log.warn(said(diagnostic));
        }
    }

    @Override
    public void error(Diagnostic diagnostic) {
        log.error(said(diagnostic));
    }

    private static String said(Diagnostic diagnostic) {
        return diagnostic.getOrigin() + ": " + diagnostic.getDiagnosticMessage();
    }
}
