/** Six big keys' worth of digits. */
@NullMarked
package vn.sothon.app.ui.pin;

import org.jspecify.annotations.NullMarked;
