/** Reads the bank's loan rosters as they come (.xlsx and .csv) and says what they change. No database here. */
@NullMarked
package vn.sothon.server.loan.importer;

import org.jspecify.annotations.NullMarked;
