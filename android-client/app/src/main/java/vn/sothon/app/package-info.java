/** Sổ Thôn on Android. */
@NullMarked
package vn.sothon.app;

import org.jspecify.annotations.NullMarked;
