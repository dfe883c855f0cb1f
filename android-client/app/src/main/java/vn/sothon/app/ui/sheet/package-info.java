/** Closes a visit with the sheet 06/TD. */
@NullMarked
package vn.sothon.app.ui.sheet;

import org.jspecify.annotations.NullMarked;
