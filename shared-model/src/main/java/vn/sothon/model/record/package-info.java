/** What is recorded: loan-use checks, sheets, minutes, withdrawals and acts, field by field as on the paper forms. */
@NullMarked
package vn.sothon.model.record;

import org.jspecify.annotations.NullMarked;
