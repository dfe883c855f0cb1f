/** How plans are read, held against what people read in them. */
@NullMarked
package vn.sothon.server.plan.importer;

import org.jspecify.annotations.NullMarked;
