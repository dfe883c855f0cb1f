package vn.sothon.model.rule;

/** Why a record is tied to a task, or to none; stable, because reasons are kept and travel. */
public enum TieReasonCode {
    /** The author chose the task. */
    CHOSEN_BY_AUTHOR,
    /** A person with the right to do so chose it later. */
    TIED_BY_PERSON,
    /** The task's words name the checking of just this. */
    NAMES_WHAT_WAS_CHECKED,
    /** They name a matter close to it. */
    NEAR_WHAT_WAS_CHECKED,
    /** The paper such a record becomes is a product of the task. */
    IS_ITS_PRODUCT,
    /** They speak of supervision at large. */
    SPEAKS_OF_SUPERVISION,
    /** They name the matter that a finding belongs to. */
    NAMES_WHAT_WAS_FOUND,
    /** No published plan governs the place on that day. */
    NO_PLAN_FOR_PLACE_AND_DAY,
    /** Plans do, and none of their tasks accepts such a record. */
    NO_TASK_ACCEPTS
}
