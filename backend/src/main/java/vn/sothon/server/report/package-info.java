/** Progress: what the records of a place amount to, per task, unit, village, group and period. Reads, never decides. */
@NullMarked
package vn.sothon.server.report;

import org.jspecify.annotations.NullMarked;
