/** What asks for somebody's attention. */
@NullMarked
package vn.sothon.app.ui.alerts;

import org.jspecify.annotations.NullMarked;
