/** Who saw or exported what of other people. */
@NullMarked
package vn.sothon.server.console.accesslog;

import org.jspecify.annotations.NullMarked;
