/** A readable copy of what was signed: laid out as the paper form is, shown, and shared as a PDF. */
@NullMarked
package vn.sothon.app.ui.paper;

import org.jspecify.annotations.NullMarked;
