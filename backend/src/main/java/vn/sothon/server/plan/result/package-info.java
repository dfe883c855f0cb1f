/** What the tasks and targets of plans came to, where documents and figures tell of it and not records. */
@NullMarked
package vn.sothon.server.plan.result;

import org.jspecify.annotations.NullMarked;
