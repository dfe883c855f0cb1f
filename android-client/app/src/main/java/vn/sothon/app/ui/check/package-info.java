/** A loan-use check, one question a page. */
@NullMarked
package vn.sothon.app.ui.check;

import org.jspecify.annotations.NullMarked;
