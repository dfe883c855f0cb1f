/** The first page of each office, the choice of an office, and whom to call. */
@NullMarked
package vn.sothon.app.ui.home;

import org.jspecify.annotations.NullMarked;
