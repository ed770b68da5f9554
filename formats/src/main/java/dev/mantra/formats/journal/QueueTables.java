package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HexFormat;

/**
 * What Chronicle Queue (2026.4, wire format BINARY_LIGHT, cycle LARGE_HOURLY_XSPARSE, blocks of 1
 * MB) puts into the files of a queue besides documents. It is the same for each of our queues; a
 * test has Chronicle make one and compares.
 *
 * <p>It is what stands there when a queue has its first document. Chronicle looks for its last one
 * from there on, as it does after a crash.
 */
final class QueueTables {

  /** Where the first document begins. */
  static final int LENGTH = 33_048;

  /** How long the file is in which a queue says what it is. */
  static final int METADATA_LENGTH = 4096;

  /** "SCQStore" with its fields, and the beginning of the index of indexes. */
  private static final byte[] HEADER =
      bytes(
          """
          c9000040 b9066865 61646572 b6085343 5153746f 726582b2 000000cd 77726974
          65506f73 6974696f 6e8e0100 0000008d 02000000 00000000 02000000 00000000
          18810000 00000000 00000000 00600402 c8696e64 6578696e 67b60c53 43515349
          6e646578 696e6782 54000000 ca696e64 6578436f 756e74a5 0008cc69 6e646578
          53706163 696e67a6 00001000 cb696e64 65783249 6e646578 8e020000 000000a7
          d0000000 00000000 c96c6173 74496e64 65788e00 000000a7 00001000 00000000
          ca646174 61466f72 6d6174a1 01000000 24400040 b90b696e 64657832 696e6465
          788e0100 0000008d 00080000 00000000 01000000 00000000 f8400000 00000000
          """);

  /** The beginning of the first index; all its entries but the first are zero. */
  private static final byte[] INDEX =
      bytes(
          """
          1c400040 b905696e 6465788f 8f8f8f8d 00080000 00000000 01000000 00000000
          18810000 00000000
          """);

  private static final int INDEX_AT = 0x40f8;

  /** "STStore": wire type, roll cycle, and the numbers that writers would share. */
  private static final byte[] METADATA =
      bytes(
          """
          98000040 b9066865 61646572 b6075354 53746f72 65828200 0000c877 69726554
          797065b6 08576972 65547970 65ec4249 4e415259 5f4c4947 4854c86d 65746164
          617461b6 07534351 4d657461 824a0000 00c4726f 6c6cb608 53435153 526f6c6c
          822b0000 00c66c65 6e677468 a680ee36 00c6666f 726d6174 ef797979 794d4d64
          642d4848 274c5827 c565706f 6368a100 c8736f75 72636549 64a1008f 20000000
          b9146c69 7374696e 672e6869 67686573 74437963 6c658fa7 00000000 00000000
          24000000 b9136c69 7374696e 672e6c6f 77657374 4379636c 658e0100 000000a7
          00000000 00000000 1c000000 b9106c69 7374696e 672e6d6f 64436f75 6e748fa7
          03000000 00000000 24000000 b9146368 726f6e69 636c652e 77726974 652e6c6f
          636b8e00 000000a7 00000000 00000080 24000000 b9156368 726f6e69 636c652e
          61707065 6e642e6c 6f636b8f 8f8f8fa7 00000000 00000080 2c000000 b91d6368
          726f6e69 636c652e 6c617374 496e6465 78526570 6c696361 7465648f 8f8f8fa7
          ffffffff ffffffff 34000000 b9296368 726f6e69 636c652e 6c617374 41636b6e
          6f776c65 64676564 496e6465 78526570 6c696361 746564a7 ffffffff ffffffff
          2c000000 b91a6368 726f6e69 636c652e 6c617374 496e6465 784d5379 6e636564
          8e020000 000000a7 ffffffff ffffffff
          """);

  private QueueTables() {}

  /** Writes the tables into an empty file; what holds nothing is left out and reads as zeros. */
  static void writeTo(FileChannel file) throws IOException {
    write(file, HEADER, 0);
    write(file, INDEX, INDEX_AT);
  }

  /** Writes the content of the file that stands beside the queue's. */
  static void writeMetadata(FileChannel file) throws IOException {
    write(file, METADATA, 0);
    write(file, new byte[1], METADATA_LENGTH - 1);
  }

  private static void write(FileChannel file, byte[] bytes, int at) throws IOException {
    QueueFile.write(file, ByteBuffer.wrap(bytes), at);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
