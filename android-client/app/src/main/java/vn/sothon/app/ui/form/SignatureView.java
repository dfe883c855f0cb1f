package vn.sothon.app.ui.form;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Path;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;
import org.jspecify.annotations.Nullable;

/** White paper for a finger; black ink on it in the dark theme too, as the paper will be printed. */
public final class SignatureView extends View {
    private static final float INK_DP = 3.5f;

    private final Paint ink = new Paint(Paint.ANTI_ALIAS_FLAG);
    private final Path path = new Path();
    private boolean empty = true;

    public SignatureView(Context context, @Nullable AttributeSet attributes) {
        super(context, attributes);
        ink.setColor(Color.BLACK);
        ink.setStyle(Paint.Style.STROKE);
        ink.setStrokeCap(Paint.Cap.ROUND);
        ink.setStrokeJoin(Paint.Join.ROUND);
        ink.setStrokeWidth(INK_DP * getResources().getDisplayMetrics().density);
        setBackgroundColor(Color.WHITE);
    }

    public boolean isEmpty() {
        return empty;
    }

    public void clear() {
        path.reset();
        empty = true;
        invalidate();
    }

    /** The drawing as it will be printed. */
    public Bitmap drawing() {
        Bitmap drawing = Bitmap.createBitmap(getWidth(), getHeight(), Bitmap.Config.ARGB_8888);
        Canvas canvas = new Canvas(drawing);
        canvas.drawColor(Color.WHITE);
        canvas.drawPath(path, ink);
        return drawing;
    }

    @Override
    protected void onDraw(Canvas canvas) {
        super.onDraw(canvas);
        canvas.drawPath(path, ink);
    }

    @SuppressLint(
            "ClickableViewAccessibility") // a signature cannot be clicked; who cannot draw has a button of his own
    @Override
    public boolean onTouchEvent(MotionEvent event) {
        switch (event.getActionMasked()) {
            case MotionEvent.ACTION_DOWN -> {
                getParent().requestDisallowInterceptTouchEvent(true);
                path.moveTo(event.getX(), event.getY());
            }
            case MotionEvent.ACTION_MOVE -> {
                for (int i = 0; i < event.getHistorySize(); i++) {
                    path.lineTo(event.getHistoricalX(i), event.getHistoricalY(i));
                }
                path.lineTo(event.getX(), event.getY());
                empty = false;
            }
            default -> {
                return true;
            }
        }
        invalidate();
        return true;
    }
}
