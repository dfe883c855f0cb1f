package vn.sothon.app.ui.paper;

import android.graphics.Canvas;

/** What a paper is drawn on: the pages of a PDF, or pictures of them. Lengths are points, 72 to the inch. */
interface Pages {
    /** Begins a page; the one before is finished by it. */
    Canvas next(int width, int height);
}
