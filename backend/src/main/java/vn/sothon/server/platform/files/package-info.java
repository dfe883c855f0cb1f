/** Files named by their content, each kept once. */
@NullMarked
package vn.sothon.server.platform.files;

import org.jspecify.annotations.NullMarked;
