/** The gate to the screens. */
@NullMarked
package vn.sothon.app.ui.lock;

import org.jspecify.annotations.NullMarked;
