package vn.sothon.server.loan.importer;

import org.jspecify.annotations.Nullable;

/** A row left out, with what of its identity could still be read: the loan behind it is not gone, only illegible. */
public record SkippedRow(int rowNumber, @Nullable String loanNumber, @Nullable String customerCode) {}
