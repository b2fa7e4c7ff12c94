package org.tnregistry.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An OpenID Connect issuer on loopback that signs whatever a test wants. */
public final class TestIssuer implements AutoCloseable {
  enum Behaviour {
    ANSWER,
    HANG_UP,
    STAY_MUTE
  }

  static final String AUDIENCE = "tnr-registry";
  private static final String KEY_ID = "key-1";

  private final HttpServer server;
  private final RsaJsonWebKey key;
  private volatile Behaviour behaviour = Behaviour.ANSWER;

  private TestIssuer(HttpServer server, RsaJsonWebKey key) {
    this.server = server;
    this.key = key;
  }

  static TestIssuer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var issuer = new TestIssuer(server, newKey(KEY_ID));
    issuer.serve(
        "/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
         "introspection_endpoint":"%1$s/introspect","authorization_endpoint":"%1$s/authorize"}"""
            .formatted(issuer.url()));
    issuer.serve("/keys", new JsonWebKeySet(issuer.key).toJson());
    // Vouches for every token, to show that it is not asked.
    issuer.serve(
        "/introspect",
        """
        {"active":true,"sub":"anybody","username":"anybody","tnr_agency":"demo-police",
         "scope":"incident:read registry:administer"}""");
    server.start();
    return issuer;
  }

  private void serve(String path, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          if (behaviour == Behaviour.HANG_UP) {
            exchange.close();
          }
          if (behaviour != Behaviour.ANSWER) {
            return;
          }
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  void behave(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token that is good but for the change. */
  String token(String agency, String scope, Consumer<JwtClaims> change) {
    return sign(claims(agency, scope, change), key, KEY_ID);
  }

  String token(String agency, String scope) {
    return token(agency, scope, claims -> {});
  }

  /** Good in everything but the key, which this issuer never published. */
  String signedByAnother(String agency, String keyId) {
    return sign(claims(agency, "incident:read", claims -> {}), newKey(keyId), keyId);
  }

  String unsigned(String agency) {
    var token = new JsonWebSignature();
    token.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    token.setPayload(claims(agency, "incident:read", claims -> {}).toJson());
    return compact(token);
  }

  /** Key confusion: the public key, known to all, as the secret of a symmetric signature. */
  String signedWithThePublicKeyAsSecret(String agency) {
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setKeyIdHeaderValue(KEY_ID);
    token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
    token.setPayload(claims(agency, "incident:read", claims -> {}).toJson());
    return compact(token);
  }

  /** With a public key in its header, for a verifier that would believe the token about its key. */
  String signedWithAnEmbeddedKey(String agency) {
    var own = newKey("own");
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setJwkHeader(own);
    token.setKey(own.getPrivateKey());
    token.setPayload(claims(agency, "incident:read", claims -> {}).toJson());
    return compact(token);
  }

  private JwtClaims claims(String agency, String scope, Consumer<JwtClaims> change) {
    var claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setAudience(AUDIENCE);
    claims.setSubject("officer-7");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setStringClaim("tnr_agency", agency);
    claims.setStringClaim("scope", scope);
    change.accept(claims);
    return claims;
  }

  private static String sign(JwtClaims claims, RsaJsonWebKey key, String keyId) {
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setKeyIdHeaderValue(keyId);
    token.setKey(key.getPrivateKey());
    token.setPayload(claims.toJson());
    return compact(token);
  }

  private static String compact(JsonWebSignature token) {
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey newKey(String id) {
    try {
      var key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
