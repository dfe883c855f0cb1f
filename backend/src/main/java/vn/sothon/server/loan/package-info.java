/** Groups, loans, programmes and what must be checked. */
@NullMarked
package vn.sothon.server.loan;

import org.jspecify.annotations.NullMarked;
