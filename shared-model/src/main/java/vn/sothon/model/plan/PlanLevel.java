package vn.sothon.model.plan;

/** Whose plan it is; a city of province rank counts as a province, a party committee stands beside the government. */
public enum PlanLevel {
    PROVINCE,
    COMMUNE,
    PARTY_COMMITTEE
}
