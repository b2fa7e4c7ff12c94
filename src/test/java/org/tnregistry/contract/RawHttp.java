package org.tnregistry.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tnregistry.shared.json.StoredJson;

/** Requests as bytes on a connection of their own: what HTTP clients mend or refuse to send. */
public final class RawHttp {
  private static final int TIMEOUT_MILLISECONDS = 60_000;

  /** An answer, undecoded but for its character set. */
  public record Answer(int status, String head, String body) {
    public Optional<String> header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }

    public JsonNode json() {
      return body.isEmpty() ? MissingNode.getInstance() : StoredJson.parse(body);
    }
  }

  private RawHttp() {}

  public static Answer get(String token, String target, String... headers) {
    return request("GET", target, token, headers);
  }

  /** As {@link #get}, from an address of this machine that is not its usual one. */
  public static Answer from(String address, String token, String target) {
    return exchange(head("GET", target, token).getBytes(ISO_8859_1), address);
  }

  /** Without a body. */
  public static Answer request(String method, String target, String token, String... headers) {
    return exchange(head(method, target, token, headers).getBytes(ISO_8859_1));
  }

  public static Answer post(String token, String target, String json) {
    return send("POST", token, target, json.getBytes(UTF_8), "Content-Type: application/json");
  }

  public static Answer send(
      String method, String token, String target, byte[] body, String... headers) {
    var sized = Arrays.copyOf(headers, headers.length + 1);
    sized[headers.length] = "Content-Length: " + body.length;
    return exchange(joined(head(method, target, token, sized).getBytes(ISO_8859_1), body));
  }

  /** Of unknown length, in pieces. */
  public static Answer postChunked(String token, String target, byte[] body) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        head("POST", target, token, "Content-Type: application/json", "Transfer-Encoding: chunked")
            .getBytes(ISO_8859_1));
    for (int from = 0; from < body.length; from += 8_000) {
      int length = Math.min(8_000, body.length - from);
      bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      bytes.write(body, from, length);
      bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    bytes.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return exchange(bytes.toByteArray());
  }

  private static String head(String method, String target, String token, String... headers) {
    var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    var others = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + authorization
        + others
        + "\r\n";
  }

  private static byte[] joined(byte[] head, byte[] body) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static Answer exchange(byte[] request) {
    return exchange(request, InetAddress.getLoopbackAddress().getHostAddress());
  }

  private static Answer exchange(byte[] request, String from) {
    try (var socket =
        new Socket(
            InetAddress.getLoopbackAddress(), RestAssured.port, InetAddress.getByName(from), 0)) {
      socket.setSoTimeout(TIMEOUT_MILLISECONDS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      var head = answer.substring(0, end);
      var body = answer.substring(end + 4);
      return new Answer(
          Integer.parseInt(head.substring(9, 12)),
          head,
          head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")
              ? unchunked(body)
              : body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unchunked(String body) {
    var text = new StringBuilder();
    var bytes = body.getBytes(UTF_8);
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (bytes[end] != '\r') {
        end++;
      }
      int length = Integer.parseInt(new String(bytes, at, end - at, ISO_8859_1), 16);
      text.append(new String(bytes, end + 2, length, UTF_8));
      at = end + 2 + length + 2;
      if (length == 0) {
        break;
      }
    }
    return text.toString();
  }
}
