/** What was pulled: loans and groups to visit, plan tasks to fulfil. */
@NullMarked
package vn.sothon.client.task;

import org.jspecify.annotations.NullMarked;
