/** The big parts that pages of a form are made of. */
@NullMarked
package vn.sothon.app.ui.form;

import org.jspecify.annotations.NullMarked;
