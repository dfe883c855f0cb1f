/** Which screen follows which; screens name a destination, never one another. */
@NullMarked
package vn.sothon.app.ui.navigation;

import org.jspecify.annotations.NullMarked;
