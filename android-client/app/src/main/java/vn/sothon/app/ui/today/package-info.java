/** What is due today. */
@NullMarked
package vn.sothon.app.ui.today;

import org.jspecify.annotations.NullMarked;
