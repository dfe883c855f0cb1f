package vn.sothon.server.platform.jobs;

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

    /** Whether {@link #performAll} does several jobs in less work than one after the other. */
    default boolean takesMany() {
        return false;
    }

    /**
     * Does several jobs of its kind; asked only of one that takes many. If it fails, each is asked for alone.
     *
     * @throws Exception if any of them could not be done
     */
    default void performAll(List<String> arguments) throws Exception {
        for (String argument : arguments) {
            perform(argument);
        }
    }
}
