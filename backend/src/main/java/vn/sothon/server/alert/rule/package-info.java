/** When something is an alert: rules as data, findings of a record, matters found day by day. */
@NullMarked
package vn.sothon.server.alert.rule;

import org.jspecify.annotations.NullMarked;
