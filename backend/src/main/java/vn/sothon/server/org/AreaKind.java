package vn.sothon.server.org;

import org.jspecify.annotations.Nullable;

/** The two levels of government and the village below them. */
public enum AreaKind {
    PROVINCE(null),
    COMMUNE(PROVINCE),
    VILLAGE(COMMUNE);

    private final @Nullable AreaKind parent;

    AreaKind(@Nullable AreaKind parent) {
        this.parent = parent;
    }

    /** The kind one level up; absent for a province. */
    public @Nullable AreaKind parent() {
        return parent;
    }
}
