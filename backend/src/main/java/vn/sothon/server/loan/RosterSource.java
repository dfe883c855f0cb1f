package vn.sothon.server.loan;

import org.jspecify.annotations.Nullable;

/**
 * Where a roster comes from.
 *
 * @param sha256 of the file as it came
 * @param communeCode the commune of rows that do not name a registered one
 * @param importedBy who brought it
 */
public record RosterSource(String fileName, String sha256, @Nullable String communeCode, String importedBy) {}
