@NullMarked
package vn.sothon.server.loan;

import org.jspecify.annotations.NullMarked;
