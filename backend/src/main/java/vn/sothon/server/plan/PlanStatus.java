package vn.sothon.server.plan;

/** Where one version of a plan stands. */
public enum PlanStatus {
    /** Read, not yet reviewed: governs nothing. */
    DRAFT,
    /** In force from its first day on, with no later version. */
    PUBLISHED,
    /** A later version follows; it still governs the days before that one. */
    REPLACED,
    /** Taken back as if never published, or ended with a last day. */
    WITHDRAWN
}
