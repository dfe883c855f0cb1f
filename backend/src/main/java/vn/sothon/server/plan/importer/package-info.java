/** Reads a plan document, as an office holds it, into sections, tasks and duties, with what is doubtful said. */
@NullMarked
package vn.sothon.server.plan.importer;

import org.jspecify.annotations.NullMarked;
