package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at before the plan is published.
 *
 * @param field the task's or plan's field it is about
 * @param original what the document prints there
 * @param text what was read; absent where nothing was changed
 */
public record Doubt(
        @JsonProperty("field") String field,
        @JsonProperty("code") Code code,
        @JsonProperty("original") String original,
        @JsonProperty("text") @Nullable String text) {

    /** Why the reading is doubtful. */
    public enum Code {
        /** A misreading of the scan was repaired. */
        OCR_REPAIR,
        /** A word or a number broken over two lines was put together. */
        JOINED_WORD,
        /** "Departments: A, B" was read as the units "Department A" and "Department B". */
        EXPANDED_LIST,
        /** A department named without the word for department or office. */
        BARE_DEPARTMENT,
        /** A unit that begins like none that is known. */
        UNKNOWN_UNIT,
        /** A product that begins like none that is known. */
        UNKNOWN_PRODUCT,
        /** The words of the time are kept, their meaning was not understood. */
        UNKNOWN_TIME,
        /** Where this cell ends and the next begins was not certain. */
        CELL_BORDER,
        /** The cells of one row stood in several places and no page heading said so. */
        UNMARKED_PAGE_BREAK,
        /** The keys before and after leave one out. */
        KEY_SKIPPED,
        /** Text without a number of its own, taken for a further block of the task before. */
        CONTINUED_BLOCK,
        /** Words that ask somebody to act were left out of a unit's name. */
        LEFT_OUT,
        /** The field was put together from several places of the document. */
        INFERRED,
        /** A page of the file is only a picture: what stands on it was not read. */
        PAGE_WITHOUT_TEXT,
        /** Lines of the table that belong to no numbered row. */
        ROW_WITHOUT_NUMBER,
        /** The document must have it and it was not found. */
        NOT_FOUND
    }
}
