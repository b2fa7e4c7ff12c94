package org.tnregistry.access.limit;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;

/** Whom a request without a good credential is counted for. */
final class ClientAddress {
  private static final int IPV6_LENGTH = 16;
  private static final int NETWORK_LENGTH = 8;

  private ClientAddress() {}

  /** The address as seen; of IPv6 the /64 network, since one host has as many addresses. */
  static String of(RoutingContext request) {
    var remote = request.request().remoteAddress();
    if (remote == null || remote.hostAddress() == null) {
      return "unknown";
    }
    var bytes = NetUtil.createByteArrayFromIpAddressString(remote.hostAddress());
    return bytes == null || bytes.length != IPV6_LENGTH
        ? remote.hostAddress()
        : HexFormat.of().formatHex(bytes, 0, NETWORK_LENGTH);
  }
}
