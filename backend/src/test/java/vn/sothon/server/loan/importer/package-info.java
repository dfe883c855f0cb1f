@NullMarked
package vn.sothon.server.loan.importer;

import org.jspecify.annotations.NullMarked;
