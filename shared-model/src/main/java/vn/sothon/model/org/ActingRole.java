package vn.sothon.model.org;

/** The office in which a person acts; each record names exactly one. */
public enum ActingRole {
    VILLAGE_HEAD,
    GROUP_LEADER,
    ASSOCIATION_OFFICER,
    CREDIT_OFFICER,
    COMMUNE_LEADER,
    PROVINCE_VIEWER,
    ADMINISTRATOR
}
