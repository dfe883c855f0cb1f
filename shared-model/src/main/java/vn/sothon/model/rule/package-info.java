/** The pure rules that run on both sides: record validation, task matching, due dates. */
@NullMarked
package vn.sothon.model.rule;

import org.jspecify.annotations.NullMarked;
