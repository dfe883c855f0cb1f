/** The clock everything asks. */
@NullMarked
package vn.sothon.server.platform.clock;

import org.jspecify.annotations.NullMarked;
