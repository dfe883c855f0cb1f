package vn.sothon.server.plan.importer;

/** A piece of a document in reading order: a line, or a table whose cells are known. */
sealed interface Block permits Line, CellTable {}
