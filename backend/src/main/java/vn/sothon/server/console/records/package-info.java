/** Checks and minutes as the people of an office read them. */
@NullMarked
package vn.sothon.server.console.records;

import org.jspecify.annotations.NullMarked;
