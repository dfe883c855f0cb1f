/** Work of the command line, done by the one process that has the data folder. */
@NullMarked
package vn.sothon.server.platform.admin;

import org.jspecify.annotations.NullMarked;
