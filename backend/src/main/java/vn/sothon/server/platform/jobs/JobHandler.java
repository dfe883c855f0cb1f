package vn.sothon.server.platform.jobs;

/** Does one kind of job. It may be called twice for the same job, and on any node. */
public interface JobHandler {
    String kind();

    /**
     * Does it, in as many writing works of its own as it needs.
     *
     * @throws Exception to be asked again later
     */
    void perform(String argument) throws Exception;
}
