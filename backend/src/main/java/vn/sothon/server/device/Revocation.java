package vn.sothon.server.device;

/** Why a device is no longer trusted. */
public enum Revocation {
    /** The person has another phone: what this one still holds is taken for 30 days. */
    REPLACED,
    /** It may be in strange hands: it reads nothing, and what it pushes waits for a person. */
    LOST
}
