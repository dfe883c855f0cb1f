package vn.sothon.server.platform.jobs;

import java.time.Duration;
import java.util.List;

/** Does one kind of job. It may be called twice for the same job, and on any node. */
public interface JobHandler {
    String kind();

    /**
     * Does it, in as many writing works of its own as it needs.
     *
     * @throws Exception to be asked again later
     */
    void perform(String argument) throws Exception;

    /**
     * How long a promised job may wait for others of its kind, so that many are done for little more than one. Zero: it is
     * done at once.
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * Does several jobs of its kind; asked only of one that is patient. If it fails, each is asked for alone.
     *
     * @throws Exception if any of them could not be done
     */
    default void performAll(List<String> arguments) throws Exception {
        for (String argument : arguments) {
            perform(argument);
        }
    }
}
