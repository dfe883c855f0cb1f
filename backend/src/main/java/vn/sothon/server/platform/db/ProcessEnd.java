package vn.sothon.server.platform.db;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the process ends when going on would endanger records; whoever supervises it starts it anew. */
@Singleton
class ProcessEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

    void because(String what, Throwable thrown) {
        LOG.error("{}: this process ends", what, thrown);
        // Not exit: closing down would write once more.
        Runtime.getRuntime().halt(70);
    }
}
