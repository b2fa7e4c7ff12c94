package org.tnregistry.shared.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port nobody listens on at this moment. Below the range from which the kernel serves outgoing
 * connections, since one of those could take it before the server does.
 */
final class FreePort {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 30_000;
  private static final int ATTEMPTS = 100;

  private FreePort() {}

  static int find() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("No free port between " + LOWEST + " and " + HIGHEST);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
