/** The core's database on Room: Room opens and migrates the file, the core speaks to it in its own statements. */
@NullMarked
package vn.sothon.app.data.db;

import org.jspecify.annotations.NullMarked;
