/** A phone becomes a device of a commune: scan or type, read what is kept, set a PIN, pull for the first time. */
@NullMarked
package vn.sothon.app.ui.enrol;

import org.jspecify.annotations.NullMarked;
