/** Loans, groups and places as a phone carries them. */
@NullMarked
package vn.sothon.model.loan;

import org.jspecify.annotations.NullMarked;
