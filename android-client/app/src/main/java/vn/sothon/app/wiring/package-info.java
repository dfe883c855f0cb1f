/** Puts the app together, by hand. */
@NullMarked
package vn.sothon.app.wiring;

import org.jspecify.annotations.NullMarked;
