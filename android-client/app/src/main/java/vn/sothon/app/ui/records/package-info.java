/** What was sealed on this phone, and what became of it. */
@NullMarked
package vn.sothon.app.ui.records;

import org.jspecify.annotations.NullMarked;
