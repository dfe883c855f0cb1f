package vn.sothon.server.plan.importer;

/** What a column of a plan's table, or a labelled line under a task, holds. */
enum Column {
    NUMBER("key"),
    CONTENT("content"),
    LEAD("leadUnits"),
    EXECUTING("executingUnits"),
    COORDINATING("coordinatingUnits"),
    PRODUCT("products"),
    TIME("timeFrame"),
    NOTE("note");

    private final String field;

    Column(String field) {
        this.field = field;
    }

    /** The task's field it fills. */
    String field() {
        return field;
    }

    boolean namesUnits() {
        return this == LEAD || this == EXECUTING || this == COORDINATING;
    }
}
