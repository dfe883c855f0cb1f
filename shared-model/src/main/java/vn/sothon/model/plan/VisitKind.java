package vn.sothon.model.plan;

/** Why the visit was made: after a disbursement (06/TD), by the year's plan, unannounced, or to sum up. */
public enum VisitKind {
    POST_DISBURSEMENT,
    SCHEDULED,
    SURPRISE,
    SUMMARY
}
