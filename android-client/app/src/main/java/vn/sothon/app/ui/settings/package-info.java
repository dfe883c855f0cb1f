/** What a person may choose. */
@NullMarked
package vn.sothon.app.ui.settings;

import org.jspecify.annotations.NullMarked;
