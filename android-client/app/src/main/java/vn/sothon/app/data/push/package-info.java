/** Firebase: a hint to look, set up by the enrolment, never needed. */
@NullMarked
package vn.sothon.app.data.push;

import org.jspecify.annotations.NullMarked;
