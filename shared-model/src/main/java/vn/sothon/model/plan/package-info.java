/** A published plan as phone and server see it: tasks, their times and what they accept. */
@NullMarked
package vn.sothon.model.plan;

import org.jspecify.annotations.NullMarked;
