/** Signing in at the console, and staying signed in. */
@NullMarked
package vn.sothon.server.console.session;

import org.jspecify.annotations.NullMarked;
