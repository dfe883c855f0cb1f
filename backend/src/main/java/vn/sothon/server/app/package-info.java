/** The command line and what it starts. */
@NullMarked
package vn.sothon.server.app;

import org.jspecify.annotations.NullMarked;
