package vn.sothon.app.platform;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import vn.sothon.client.session.PhoneClock;

/**
 * What a person may send to the office when something does not work: codes, counts and class names. Whoever writes into
 * it leaves out names, numbers of loans and anything else that belongs to a person.
 */
public final class OfficeLog {
    private static final long LARGEST = 128 * 1024;
    private static final int DEEPEST = 12;

    private final File file;
    private final File former;
    private final PhoneClock clock;

    public OfficeLog(File folder, PhoneClock clock) {
        this.file = new File(folder, "office.log");
        this.former = new File(folder, "office.1.log");
        this.clock = clock;
    }

    /** Adds a line; a log that cannot be written is no reason to stop working. */
    public synchronized void note(String line) {
        try {
            if (file.length() > LARGEST) {
                Files.move(file.toPath(), former.toPath(), StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileOutputStream out = new FileOutputStream(file, true)) {
                out.write((clock.wall() + " " + line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Where something broke, without its message: messages quote what they stumbled over. */
    public void note(Throwable broken) {
        StringBuilder line = new StringBuilder("broken");
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            line.append(' ').append(cause.getClass().getName());
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(DEEPEST, trace.length); i++) {
                line.append(" < ")
                        .append(trace[i].getClassName())
                        .append('.')
                        .append(trace[i].getMethodName())
                        .append(':')
                        .append(trace[i].getLineNumber());
            }
        }
        note(line.toString());
    }

    /** The whole log, the oldest line first. */
    public synchronized String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (File one : new File[] {former, file}) {
            if (one.exists()) {
                text.append(new String(Files.readAllBytes(one.toPath()), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
