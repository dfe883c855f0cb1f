/** What minutes recommended: what is open, what is late, and with what evidence the rest was closed. */
@NullMarked
package vn.sothon.server.console.recommendations;

import org.jspecify.annotations.NullMarked;
