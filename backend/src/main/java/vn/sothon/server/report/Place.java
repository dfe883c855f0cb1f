package vn.sothon.server.report;

/** A place figures are kept for: a commune, or a village or group of one. */
record Place(String commune, Kind kind, String code) {
    enum Kind {
        COMMUNE,
        VILLAGE,
        GROUP
    }

    static Place commune(String code) {
        return new Place(code, Kind.COMMUNE, code);
    }
}
