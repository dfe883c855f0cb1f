/** Minutes of monitoring: a group's activity on 16/TD, or a matter of the village. */
@NullMarked
package vn.sothon.app.ui.minutes;

import org.jspecify.annotations.NullMarked;
