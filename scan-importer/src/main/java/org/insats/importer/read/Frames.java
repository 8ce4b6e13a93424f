package org.insats.importer.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What the two processes say to each other: a letter, a length, bytes. */
final class Frames {

    static final byte FILE = 'F';
    static final byte ALIVE = 'A';
    static final byte READING = 'R';
    static final byte FAILED = 'X';
    private static final int LONGEST = 16_000_000;

    private Frames() {}

    /**
     * One message.
     *
     * @param kind one of the letters
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Frame(byte kind, byte[] bytes) {}

    static void write(DataOutputStream out, byte kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * The next message.
     *
     * @throws java.io.EOFException when the other process is gone
     */
    static Frame read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes");
        }
        return new Frame(kind, in.readNBytes(length));
    }
}
