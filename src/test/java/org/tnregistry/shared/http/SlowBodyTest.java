package org.tnregistry.shared.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.limit.TightLimits;

@QuarkusTest
@TestProfile(TightLimits.class)
class SlowBodyTest {
  private static final String HEAD =
      """
      POST /v1/incidents HTTP/1.1
      Host: localhost
      Content-Type: application/json
      Content-Length: 1000

      """
          .replace("\n", "\r\n");

  @Test
  void aBodyThatArrivesByteByByteLosesItsConnection() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(HEAD.getBytes(US_ASCII));
      long begin = System.nanoTime();
      assertTrue(sendsUntilRefused(socket) < 200, "the connection stayed open");
      long millis = (System.nanoTime() - begin) / 1_000_000;
      assertTrue(millis >= 2_900 && millis < 15_000, "closed after " + millis + " ms");
    }
  }

  @Test
  void aBodyInTimeKeepsItsConnection() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      var request = HEAD.replace("1000", "2") + "{}";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertEquals('H', socket.getInputStream().read());
      Thread.sleep(4_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertTrue(socket.getInputStream().read() >= 0);
    }
  }

  private static int sendsUntilRefused(Socket socket) throws InterruptedException {
    try {
      for (int i = 0; i < 200; i++) {
        socket.getOutputStream().write('x');
        Thread.sleep(100);
      }
      return 200;
    } catch (SocketException e) {
      return 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
